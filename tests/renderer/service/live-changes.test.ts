import { afterEach, expect, test, vi } from 'vitest'
import type { Change } from '#calls/changes'
import type { Stale } from '../../../renderer/service/live-changes.ts'

/** What the office says: the calls that show each kind of record. */
const SHOWN_BY = vi.hoisted(() => ({
  member: ['members.list', 'bookings.list'],
  notice: ['notices.list'],
  booking: ['bookings.list'],
  hold: ['bookings.check'],
}))

/** A scripted change feed: each round is one connection, and `null` breaks it. */
const feed = vi.hoisted(() => ({
  heads: [] as number[],
  rounds: [] as (Change | null)[][],
  asked: [] as number[],
}))

vi.mock('../../../renderer/service/client.ts', () => ({
  client: {
    changes: {
      head: async () => ({ seq: feed.heads.shift() ?? 0, shownBy: SHOWN_BY }),
      async watch({ sinceSeq }: { sinceSeq: number }) {
        feed.asked.push(sinceSeq)
        const changes = feed.rounds.shift()
        return (async function* () {
          for (const change of changes ?? []) {
            if (!change) throw new TypeError('the service went away')
            yield change
          }
          await new Promise(() => undefined)
        })()
      },
    },
  },
}))

const { followChanges, useLiveChanges } = await import('../../../renderer/service/live-changes.ts')
const stop = new AbortController()
afterEach(() => vi.useRealTimers())

async function followed(heads: number[], rounds: (Change | null)[][], forMs: number): Promise<Stale[]> {
  vi.useFakeTimers()
  feed.heads = heads
  feed.rounds = rounds
  feed.asked = []
  const seen: Stale[] = []
  void followChanges(stop.signal, stale => seen.push(stale))
  await vi.advanceTimersByTimeAsync(forMs)
  return seen
}
const change = (seq: number, entity: Change['entity']): Change => ({ seq, entity, id: 'x' })

test('changes at the same moment are reloaded together, and only in the calls that show them', async () => {
  const seen = await followed([5], [[change(6, 'member'), change(7, 'notice')]], 100)
  const calls = new Set(['members.list', 'bookings.list', 'notices.list'])
  expect(seen).toEqual([{ calls, everything: false, failed: false }])
})

test('a gap in the numbers reloads everything', async () => {
  expect(await followed([5], [[change(8, 'booking')]], 100)).toEqual(['everything'])
})

test('after an interruption, a window asks for the changes after the last number it saw, and reloads only those', async () => {
  const seen = await followed([5, 9], [[change(6, 'member'), null], [change(7, 'notice')]], 20)
  expect(useLiveChanges.getState().state).toBe('away')
  await vi.advanceTimersByTimeAsync(2000)
  expect(useLiveChanges.getState().state).toBe('following')
  expect(feed.asked).toEqual([5, 6])
  expect(seen.at(-1)).toEqual({ calls: new Set(['notices.list']), everything: false, failed: true })
})

test('a window whose number is ahead of the office’s reloads everything, because another file is open', async () => {
  const seen = await followed([5, 2], [[null], []], 20)
  await vi.advanceTimersByTimeAsync(2000)
  expect(feed.asked).toEqual([5, 2])
  expect(seen).toEqual(['everything'])
})

test('a kind of record that this window does not know reloads everything', async () => {
  expect(await followed([1], [[change(2, 'settings')]], 100)).toEqual(['everything'])
})
