import { MINUTE_MS } from '#booking/time/day'
import type { ReadDb, WriteTx } from '#db/file'
import { readFailures } from '#db/read/users'
import { forgetFailures, keepFailures } from '#db/write/users'
import type { Clock } from '../law/clock.ts'

const FAILURES_ALLOWED = 5
const LOCKED_FOR_MS = 5 * MINUTE_MS

/**
 * Five wrong passwords lock a name for five minutes (H2). The file stores that the name is locked, but not until
 * when: the time is counted on the monotonic clock and starts again when the program starts. So neither a restart
 * nor a changed PC clock unlocks a name early, and a clock that was set back cannot keep it locked for years.
 */
export type LockOuts = {
  /** For how many milliseconds the name stays locked; 0 if it is not locked. */
  lockedForMs(nameKey: string): number
  countFailure(tx: WriteTx, nameKey: string): void
  forget(tx: WriteTx, nameKey: string): void
}

export function createLockOuts(db: ReadDb, clock: Clock): LockOuts {
  const startedMs = clock.monotonicMs()
  const lockedAt = new Map<string, number>()
  return {
    lockedForMs(nameKey) {
      if (!readFailures(db, nameKey)?.locked) return 0
      const sinceMs = clock.monotonicMs() - (lockedAt.get(nameKey) ?? startedMs)
      return Math.max(0, Math.ceil(LOCKED_FOR_MS - sinceMs))
    },
    countFailure(tx, nameKey) {
      const before = readFailures(tx, nameKey)
      // After a lock has expired, counting starts again.
      const failures = (before && !before.locked ? before.failures : 0) + 1
      const locked = failures >= FAILURES_ALLOWED
      if (locked) lockedAt.set(nameKey, clock.monotonicMs())
      keepFailures(tx, nameKey, failures, locked)
    },
    forget(tx, nameKey) {
      lockedAt.delete(nameKey)
      if (readFailures(tx, nameKey)) forgetFailures(tx, nameKey)
    },
  }
}
