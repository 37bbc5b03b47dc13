import { ENTITIES } from '#booking/entities'
import type { Change } from '#calls/changes'
import type { ReadDb } from '#db/file'
import { isOneOf } from '#db/odd-values'
import { readChangeHead, readChangesAfter } from '#db/read/history'
import { TooMany } from './errors.ts'

/** A window that is further behind than this does not get every change: it sees a gap and reloads everything. */
const MOST_TO_CATCH_UP = 1000

/** A window has one. After a broken connection, those of the old connection may not have ended yet. */
const MOST_OF_A_WINDOW = 4

export type ChangeFeed = {
  /** Wakes the watchers after a commit or a sign-out. */
  poke(): void
  /**
   * Changes after `sinceSeq`, then each new one. Ends when `signal` aborts or `mayWatch` returns false. A number
   * that this file never gave out yields the newest change, so that the window sees a gap.
   * @throws TooMany if the window watches too often already
   */
  watch(
    sinceSeq: number,
    mayWatch: () => boolean,
    signal?: AbortSignal,
    window?: string,
  ): AsyncGenerator<Change, void, void>
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

  /** How many watches each window has. */
  const watches = new Map<string, number>()
  function join(window: string): () => void {
    const others = watches.get(window) ?? 0
    if (others >= MOST_OF_A_WINDOW)
      throw new TooMany('This window follows the changes already. Close it, or reload it.')
    watches.set(window, others + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      const remaining = (watches.get(window) ?? 1) - 1
      if (remaining > 0) watches.set(window, remaining)
      else watches.delete(window)
    }
  }

  async function* follow(
    sinceSeq: number,
    mayWatch: () => boolean,
    signal?: AbortSignal,
  ): AsyncGenerator<Change, void, void> {
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
  }

  return {
    poke() {
      const wakeAll = wake
      rearm()
      wakeAll()
    },
    watch(sinceSeq, mayWatch, signal, window = '') {
      const leave = join(window)
      // Also if nobody asks for the first change.
      signal?.addEventListener('abort', leave, { once: true })
      return leaving(follow(sinceSeq, mayWatch, signal), leave)
    },
  }
}

async function* leaving(changes: AsyncGenerator<Change, void, void>, leave: () => void) {
  try {
    yield* changes
  } finally {
    leave()
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
