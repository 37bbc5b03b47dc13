import type { Slot } from './form-fields.ts'

export type Hold = { state: 'none' } | { state: 'kept'; untilMs: number } | { state: 'lapsed' }

/** What a form's hold needs of the world around it. */
export type HoldWorld = {
  /** Asks the office to keep the slot for this form. `expiresMs` is null where the form needs no hold. */
  take: (slot: Slot) => Promise<{ ok: true; expiresMs: number | null } | { ok: false }>
  /** Lets go of whatever the form holds. */
  release: () => void
  /** Shows how the hold stands. */
  tell: (hold: Hold) => void
  /** Somebody else was quicker, so the answer about the time is out of date. */
  taken: () => void
  /** There was no answer. */
  trouble: (error: unknown) => void
  nowMs: () => number
  /** Runs `work` that many milliseconds later. @returns what calls it off */
  later: (work: () => void, ms: number) => () => void
}

export type HoldKeeper = {
  /** The slot to keep from now on; null for none. */
  want: (slot: Slot | null) => void
  /** Something in the form was changed: the hold lasts from now. */
  changed: () => void
  /** Keeps a slot again whose hold has lapsed. */
  keepAgain: () => void
  /** The form goes away. */
  leave: () => void
}

/** Typing in other fields renews the hold, but not with every key. */
const RENEW_AT_MOST_EVERY_MS = 20_000

/** Keeps one slot for one form: the last one that it wanted, whatever the order in which the answers come. */
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
