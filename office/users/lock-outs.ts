import { MINUTE_MS } from '#booking/time/day'
import type { ReadDb, WriteTx } from '#db/file'
import { readFailures } from '#db/read/users'
import { forgetFailures, keepFailures } from '#db/write/users'
import type { Clock } from '../law/clock.ts'

const FAILURES_ALLOWED = 5
const LOCKED_FOR_MS = 5 * MINUTE_MS

/**
 * Five wrong passwords lock a name for five minutes (H2). The file keeps that it is locked, not until when: time is
 * counted on a clock that only goes up, and begins anew when the program does. So neither a restart nor a changed
 * PC clock opens the lock early, and no clock that was set back can keep it shut for years.
 */
export type LockOuts = {
  /** Milliseconds that the name stays locked; 0 when it is not. */
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
      // A lock that has run out starts the count again.
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
