import { uuidv7 } from 'uuidv7'

/** The source of time and ids. It is passed in, so that tests and the sample can use their own. */
export type Clock = {
  /** UTC epoch milliseconds. */
  nowMs(): number
  /** Milliseconds that only increase, even if the PC's clock is changed. */
  monotonicMs(): number
}
export type Ids = { newId(): string }

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
}
export const systemIds: Ids = { newId: () => uuidv7() }
