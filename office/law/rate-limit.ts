import type { Clock } from './clock.ts'

/**
 * How many commands a person may send at once, and how many more each second: far more than typing needs, far fewer
 * than a runaway script sends.
 */
const BURST = 5000
const EACH_SECOND = 200

/** Limits the commands of each person (A11). */
export function createRateLimit(clock: Clock) {
  const byUser = new Map<string, { left: number; atMs: number }>()
  return {
    /** Counts a command. @returns milliseconds to wait first; 0 when it may go on */
    waitMs(userId: string): number {
      const nowMs = clock.monotonicMs()
      const known = byUser.get(userId) ?? { left: BURST, atMs: nowMs }
      const left = Math.min(BURST, known.left + ((nowMs - known.atMs) / 1000) * EACH_SECOND)
      const allowed = left >= 1
      byUser.set(userId, { left: allowed ? left - 1 : left, atMs: nowMs })
      return allowed ? 0 : Math.ceil(((1 - left) / EACH_SECOND) * 1000)
    },
  }
}
