import type { Slot } from './form-fields.ts'

export type Hold = { state: 'none' } | { state: 'kept'; untilMs: number } | { state: 'lapsed' }

/** What a form's hold needs from its surroundings. */
export type HoldWorld = {
  /** Asks for a hold on the slot for this form. `expiresMs` is null if the form needs no hold. */
  take: (slot: Slot) => Promise<{ ok: true; expiresMs: number | null } | { ok: false }>
  /** Releases the form's hold. */
  release: () => void
  /** Shows the state of the hold. */
  tell: (hold: Hold) => void
  /** Somebody else took the time first, so the answer about it is out of date. */
  taken: () => void
  /** The call got no answer. */
  trouble: (error: unknown) => void
  nowMs: () => number
  /**
   * Runs `work` after a delay in milliseconds.
   * @returns a function that cancels it
   */
  later: (work: () => void, ms: number) => () => void
}

export type HoldKeeper = {
  /** Sets the slot to hold; null for none. */
  want: (slot: Slot | null) => void
  /** Something in the form was changed: the five minutes start again. */
  changed: () => void
  /** Holds the slot again after its hold expired. */
  keepAgain: () => void
  /** The form is closed. */
  leave: () => void
}

/** Typing in other fields renews the hold, but not at every keystroke. */
const RENEW_AT_MOST_EVERY_MS = 20_000

/** Holds one slot for one form: the last one that it asked for, in whatever order the answers arrive. */
export function createHoldKeeper(world: HoldWorld): HoldKeeper {
  let wanted: Slot | null = null
  let asked = 0
  let lastTakenMs = 0
  let callOffLapse = () => {}

  async function take(slot: Slot): Promise<void> {
    const mine = ++asked
    lastTakenMs = world.nowMs()
    try {
      const answer = await world.take(slot)
      if (mine !== asked) return
      const untilMs = answer.ok ? answer.expiresMs : null
      show(untilMs === null ? { state: 'none' } : { state: 'kept', untilMs })
      if (!answer.ok) world.taken()
    } catch (error) {
      world.trouble(error)
      if (mine === asked) show({ state: 'none' })
    }
  }

  function letGo(): void {
    if (asked === 0) return
    asked++
    lastTakenMs = 0
    world.release()
  }

  function show(hold: Hold): void {
    callOffLapse()
    callOffLapse = () => {}
    world.tell(hold)
    if (hold.state !== 'kept') return
    callOffLapse = world.later(() => show({ state: 'lapsed' }), Math.max(0, hold.untilMs - world.nowMs()))
  }

  return {
    want(slot) {
      wanted = slot
      if (slot) return void take(slot)
      letGo()
      show({ state: 'none' })
    },
    changed() {
      if (wanted && world.nowMs() - lastTakenMs > RENEW_AT_MOST_EVERY_MS) void take(wanted)
    },
    keepAgain() {
      if (wanted) void take(wanted)
    },
    leave() {
      callOffLapse()
      letGo()
    },
  }
}
