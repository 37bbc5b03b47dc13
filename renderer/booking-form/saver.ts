import type { Refusal } from '#booking/refusal'
import type { Alternative, BookingRow } from '#calls/booking-rows'

export type Refused = { refusal: Refusal; alternatives: readonly Alternative[] }

export type SaveState = {
  /** Save was pressed: from now on, missing fields are marked. */
  asked: boolean
  /** Why Araro refused the content of the form. */
  refusal: Refused | null
}

type Outcome =
  | { ok: true; booking: BookingRow }
  | {
      ok: false
      refusal: Refusal
      alternatives?: readonly Alternative[] | undefined
      current?: { version: number } | undefined
    }

/** What Save needs from the form. */
export type SaveWorld = {
  /**
   * Sends the form's command; null while something is missing.
   * @param version the version of the booking that is moved, as it was last seen
   * @returns undefined if there was no answer, which has already been reported
   */
  send: (version: number) => Promise<Outcome | undefined> | null
  saved: (booking: BookingRow, answer: object) => void
  /** The answer about the time is out of date. */
  askAgain: () => void
  tell: (state: SaveState) => void
}

export type Saver = {
  press: () => Promise<void>
  /** Save was pressed before the answer whether the time is free: the form is saved as soon as the answer is yes. */
  waitForAnswer: () => void
  /** Called with whether the time is free, each time that this changes. */
  answered: (state: 'incomplete' | 'checking' | 'unknown' | 'free' | 'taken') => void
  /** The form's content has changed, so the refusal no longer applies. */
  contentChanged: () => void
}

/** @param version of the booking that is moved; 1 for a new one */
export function createSaver(world: SaveWorld, version: number): Saver {
  let state: SaveState = { asked: false, refusal: null }
  let seen = version
  let waits = false

  function show(change: Partial<SaveState>): void {
    state = { ...state, ...change }
    world.tell(state)
  }

  async function press(): Promise<void> {
    waits = false
    show({ asked: true })
    const sent = world.send(seen)
    if (!sent) return
    show({ refusal: null })
    const outcome = await sent
    if (!outcome) return
    if (outcome.ok) return world.saved(outcome.booking, outcome)
    if (outcome.current) seen = outcome.current.version
    show({ refusal: { refusal: outcome.refusal, alternatives: outcome.alternatives ?? [] } })
    world.askAgain()
  }

  return {
    press,
    waitForAnswer() {
      waits = true
    },
    answered(availability) {
      if (!waits || availability === 'checking') return
      waits = false
      if (availability === 'free') void press()
    },
    contentChanged() {
      if (state.refusal) show({ refusal: null })
    },
  }
}
