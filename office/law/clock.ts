import { uuidv7 } from 'uuidv7'

/** Where the office's time and ids come from; passed in, so that tests and the sample can bring their own. */
export type Clock = {
  /** UTC epoch milliseconds. */
  nowMs(): number
  /** Milliseconds that only ever go up, whatever somebody does to the PC's clock. */
  monotonicMs(): number
}
export type Ids = { newId(): string }

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
}
export const systemIds: Ids = { newId: () => uuidv7() }
