import { afterEach, expect, test, vi } from 'vitest'
import type { Change } from '#calls/changes'
import type { Stale } from '../../../renderer/service/live-changes.ts'

/** As the office says it: which calls show a kind of record. */
const SHOWN_BY = vi.hoisted(() => ({
  member: ['members.list', 'bookings.list'],
  notice: ['notices.list'],
  booking: ['bookings.list'],
  hold: ['bookings.check'],
}))

/** A change feed played by hand: each round is one connection, `null` breaks it. */
const feed = vi.hoisted(() => ({
  heads: [] as number[],
  rounds: [] as (Change | null)[][],
  asked: [] as number[],
}))

vi.mock('../../../renderer/service/client.ts', () => ({
  office: {
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

test('changes that come together are read together, and only what shows them', async () => {
  const seen = await followed([5], [[change(6, 'member'), change(7, 'notice')]], 100)
  const calls = new Set(['members.list', 'bookings.list', 'notices.list'])
  expect(seen).toEqual([{ calls, everything: false, failed: false }])
})

test('a gap in the numbers has everything read again', async () => {
  expect(await followed([5], [[change(8, 'booking')]], 100)).toEqual(['everything'])
})

test('a window that was away asks for what came after the last number it saw, and reads only that again', async () => {
  const seen = await followed([5, 9], [[change(6, 'member'), null], [change(7, 'notice')]], 20)
  expect(useLiveChanges.getState().state).toBe('away')
  await vi.advanceTimersByTimeAsync(2000)
  expect(useLiveChanges.getState().state).toBe('following')
  expect(feed.asked).toEqual([5, 6])
  expect(seen.at(-1)).toEqual({ calls: new Set(['notices.list']), everything: false, failed: true })
})

test('a window whose numbers are ahead of the office is looking at another file, and reads everything again', async () => {
  const seen = await followed([5, 2], [[null], []], 20)
  await vi.advanceTimersByTimeAsync(2000)
  expect(feed.asked).toEqual([5, 2])
  expect(seen).toEqual(['everything'])
})

test('a kind of record that this window does not know has everything read again', async () => {
  expect(await followed([1], [[change(2, 'settings')]], 100)).toEqual(['everything'])
})
