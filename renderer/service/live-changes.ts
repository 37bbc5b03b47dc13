import { create } from 'zustand'
import { client } from './client.ts'
import { troubleOf } from './what-went-wrong.ts'

type LiveChanges = {
  /** 'joining' until the newest change number is known. Screens wait for it, so that they miss no change. */
  state: 'joining' | 'following' | 'away'
}
export const useLiveChanges = create<LiveChanges>(() => ({ state: 'joining' }))

/**
 * What must be reloaded: calls by name and, with `failed`, calls that failed while the office was away; or
 * everything.
 */
export type Stale = { calls: ReadonlySet<string>; failed: boolean } | 'everything'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 8_000
/** Changes within this time are reloaded together. */
const GATHER_MS = 40

let tryNow: (() => void) | undefined

/** Reports a call without an answer: shows the bar, and lets the feed find out when the service is back. */
export function reportAway(): void {
  if (useLiveChanges.getState().state === 'following') rejoin?.()
}
let rejoin: (() => void) | undefined

export function tryAgainNow(): void {
  tryNow?.()
}

/**
 * Follows the change feed until `signal` is aborted. After an interruption, it asks for all changes after the last
 * number it saw. A gap in the numbers makes everything stale.
 */
export async function followChanges(signal: AbortSignal, makeStale: (stale: Stale) => void): Promise<void> {
  const gather = gatherer(makeStale)
  let seq: number | undefined
  let waitMs = FIRST_WAIT_MS
  useLiveChanges.setState({ state: 'joining' })
  while (!signal.aborted) {
    const round = new AbortController()
    const stop = () => round.abort()
    signal.addEventListener('abort', stop, { once: true })
    rejoin = stop
    try {
      const { seq: head, shownBy } = await client.changes.head({}, { signal: round.signal })
      // Ahead of the newest number: another file has been opened, with its own numbers.
      if (seq !== undefined && seq > head) gather('everything')
      else if (seq !== undefined) gather('failed')
      seq = seq === undefined || seq > head ? head : seq
      const feed = await client.changes.watch({ sinceSeq: seq }, { signal: round.signal })
      useLiveChanges.setState({ state: 'following' })
      waitMs = FIRST_WAIT_MS
      for await (const change of feed) {
        gather(change.seq === seq + 1 ? (shownBy[change.entity] ?? 'everything') : 'everything')
        seq = change.seq
      }
    } catch (error) {
      if (signal.aborted) return
      if (troubleOf(error) === 'signed-out') throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
    if (signal.aborted) return
    useLiveChanges.setState({ state: 'away' })
    await pause(waitMs * (0.75 + Math.random() / 2), signal)
    waitMs = Math.min(waitMs * 1.7, LONGEST_WAIT_MS)
  }
}

function gatherer(
  makeStale: (stale: Stale) => void,
): (what: readonly string[] | 'everything' | 'failed') => void {
  let gathered: { calls: Set<string>; everything: boolean; failed: boolean } | undefined
  const flush = () => {
    if (gathered) makeStale(gathered.everything ? 'everything' : gathered)
    gathered = undefined
  }
  return what => {
    if (!gathered) {
      gathered = { calls: new Set(), everything: false, failed: false }
      setTimeout(flush, GATHER_MS)
    }
    if (what === 'everything') gathered.everything = true
    else if (what === 'failed') gathered.failed = true
    else for (const call of what) gathered.calls.add(call)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    const finish = () => {
      clearTimeout(timer)
      tryNow = undefined
      done()
    }
    const timer = setTimeout(finish, ms)
    tryNow = finish
    signal.addEventListener('abort', finish, { once: true })
  })
}
