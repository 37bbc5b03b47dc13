import { MINUTE_MS } from '#booking/time/day'
import type { ReadDb, WriteTx } from '#db/file'
import { readFailures } from '#db/read/users'
import { failuresKey } from '#db/write/sign-in-failures'
import { forgetFailures, keepFailures } from '#db/write/users'
import type { Clock } from '../law/clock.ts'
import type { WriteQueue } from '../law/write-queue.ts'

/** Wrong passwords for a name from one browser, after which the name is locked in that browser. */
const FAILURES_ALLOWED = 5
/** Wrong passwords for a name from all browsers, within the time of a lock, after which it is locked in all of them. */
const FAILURES_ALLOWED_EVERYWHERE = 20
const LOCKED_FOR_MS = 5 * MINUTE_MS
/** About as many passwords as can be checked within the time of a lock. */
const MOST_COUNTED = 1000

/** A name as sign-in compares it, in the browser where somebody gives it. */
export type NameInBrowser = { readonly nameKey: string; readonly browser: string }

/**
 * Five wrong passwords lock a name for five minutes in the browser from which they came (H2, decision 18), so that
 * nobody can keep the name's owner out in another. The file stores that the name is locked, but not until when: the
 * time is counted on the monotonic clock and starts again when the program starts. So neither a restart nor a changed
 * PC clock unlocks a name early, and a clock that was set back cannot keep it locked for years.
 */
export type LockOuts = {
  /** For how many milliseconds the name stays locked in the browser; 0 if it is not locked. */
  lockedForMs(who: NameInBrowser): number
  /**
   * @param write writes with the office's queue
   * @throws what `write` throws; the failure is counted all the same, so that a full disk gives nobody free guesses
   */
  countFailure(who: NameInBrowser, write: WriteQueue['write']): Promise<void>
  /** After a right password. Says nothing about other browsers. */
  forget(tx: WriteTx, who: NameInBrowser): void
}

export function createLockOuts(db: ReadDb, clock: Clock): LockOuts {
  const startedMs = clock.monotonicMs()
  /** When the locks in the file began. One that is missing was there at the start. */
  const lockedAt = new Map<string, number>()
  const everywhere = createTally(clock, FAILURES_ALLOWED_EVERYWHERE)
  /** What the file did not take. */
  const unwritten = createTally(clock, FAILURES_ALLOWED)
  const unwrittenLocks = new Map<string, number>()

  function leftMs(key: string): number {
    const inFileMs = readFailures(db, key)?.locked
      ? (lockedAt.get(key) ?? startedMs)
      : Number.NEGATIVE_INFINITY
    const fromMs = Math.max(inFileMs, unwrittenLocks.get(key) ?? Number.NEGATIVE_INFINITY)
    return Math.max(0, Math.ceil(LOCKED_FOR_MS - (clock.monotonicMs() - fromMs)))
  }
  function keep(tx: WriteTx, key: string, failures: number, locked: boolean): void {
    if (locked) lockedAt.set(key, clock.monotonicMs())
    keepFailures(tx, key, failures, locked)
  }

  return {
    lockedForMs: ({ nameKey, browser }) => Math.max(leftMs(nameKey), leftMs(failuresKey(nameKey, browser))),
    async countFailure({ nameKey, browser }, write) {
      const key = failuresKey(nameKey, browser)
      const locksEverywhere = everywhere.reached(nameKey)
      try {
        await write(tx => {
          const before = readFailures(tx, key)
          // After a lock has expired, counting starts again.
          const failures = (before && !before.locked ? before.failures : 0) + 1
          keep(tx, key, failures, failures >= FAILURES_ALLOWED)
          if (locksEverywhere) keep(tx, nameKey, FAILURES_ALLOWED_EVERYWHERE, true)
        })
      } catch (error) {
        if (locksEverywhere) unwrittenLocks.set(nameKey, clock.monotonicMs())
        if (unwritten.reached(key)) unwrittenLocks.set(key, clock.monotonicMs())
        throw error
      }
    },
    forget(tx, { nameKey, browser }) {
      const key = failuresKey(nameKey, browser)
      for (const one of [key, nameKey])
        if (readFailures(tx, one) && (one === key || leftMs(one) === 0)) forgetFailures(tx, one)
    },
  }
}

/** Counts by key, in memory, from the first failure on for the time of a lock. */
function createTally(clock: Clock, allowed: number) {
  const counts = new Map<string, { failures: number; fromMs: number }>()
  function forgetOld(nowMs: number): void {
    for (const [key, { fromMs }] of counts) if (nowMs - fromMs >= LOCKED_FOR_MS) counts.delete(key)
  }
  return {
    /** Counts a failure. @returns whether that was the last allowed one; then counting starts again */
    reached(key: string): boolean {
      const nowMs = clock.monotonicMs()
      const known = counts.get(key)
      const goesOn = known !== undefined && nowMs - known.fromMs < LOCKED_FOR_MS
      const failures = goesOn ? known.failures + 1 : 1
      if (failures >= allowed) return counts.delete(key)
      if (counts.size >= MOST_COUNTED) forgetOld(nowMs)
      counts.set(key, { failures, fromMs: goesOn ? known.fromMs : nowMs })
      return false
    },
  }
}
