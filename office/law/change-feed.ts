import { ENTITIES } from '#booking/entities'
import type { Change } from '#calls/changes'
import type { ReadDb } from '#db/file'
import { isOneOf } from '#db/odd-values'
import { readChangeHead, readChangesAfter } from '#db/read/history'

/** A window that is further behind than this does not get every change: it sees a gap and reloads everything. */
const MOST_TO_CATCH_UP = 1000

export type ChangeFeed = {
  /** Wakes the watchers after a commit or a sign-out. */
  poke(): void
  /**
   * Changes after `sinceSeq`, then each new one. Ends when `signal` aborts or `mayWatch` returns false. A number
   * that this file never gave out yields the newest change, so that the window sees a gap.
   */
  watch(sinceSeq: number, mayWatch: () => boolean, signal?: AbortSignal): AsyncGenerator<Change, void, void>
}

export function createChangeFeed(db: ReadDb): ChangeFeed {
  let wake: () => void
  let woken: Promise<void>
  function rearm(): void {
    woken = new Promise(resolve => {
      wake = resolve
    })
  }
  rearm()

  return {
    poke() {
      const wakeAll = wake
      rearm()
      wakeAll()
    },
    async *watch(sinceSeq, mayWatch, signal) {
      let seq = startingPoint(db, sinceSeq)
      // A new promise for each turn: racing every turn against one long-lived promise would leak memory.
      let stop: () => void = () => undefined
      signal?.addEventListener('abort', () => stop(), { once: true })
      while (!signal?.aborted && mayWatch()) {
        const next = woken
        const changes = readChangesAfter(db, seq, 200)
        for (const change of changes) {
          // One of a kind that Araro does not know is left out: the window sees a gap, and reads everything again.
          if (isKnown(change)) yield change
          seq = change.seq
        }
        if (changes.length > 0) continue
        await new Promise<void>(resolve => {
          stop = resolve
          void next.then(resolve)
        })
      }
    },
  }
}

function isKnown(change: Omit<Change, 'entity'> & { entity: string }): change is Change {
  return isOneOf(ENTITIES, change.entity)
}

function startingPoint(db: ReadDb, sinceSeq: number): number {
  const head = readChangeHead(db)
  if (sinceSeq > head || head - sinceSeq > MOST_TO_CATCH_UP) return Math.max(0, head - 1)
  return sinceSeq
}
