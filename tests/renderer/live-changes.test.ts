import { afterEach, expect, test, vi } from 'vitest'
import type { Change } from '#calls/changes'
import type { Stale } from '../../renderer/office/live-changes.ts'

/** A change feed played by hand: each round is one connection, `null` breaks it. */
const feed = vi.hoisted(() => ({ heads: [] as number[], rounds: [] as (Change | null)[][] }))

vi.mock('../../renderer/office/client.ts', () => ({
  office: {
    changes: {
      head: async () => ({ seq: feed.heads.shift() ?? 0 }),
      async watch() {
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

const { followChanges, useLiveChanges } = await import('../../renderer/office/live-changes.ts')
const stop = new AbortController()
afterEach(() => vi.useRealTimers())

async function followed(heads: number[], rounds: (Change | null)[][], forMs: number): Promise<Stale[]> {
  vi.useFakeTimers()
  feed.heads = heads
  feed.rounds = rounds
  const seen: Stale[] = []
  void followChanges(stop.signal, stale => seen.push(stale))
  await vi.advanceTimersByTimeAsync(forMs)
  return seen
}
const change = (seq: number, entity: Change['entity']): Change => ({ seq, entity, id: 'x' })

test('changes that come together are read together, and only what shows them', async () => {
  const seen = await followed([5], [[change(6, 'member'), change(7, 'notice')]], 100)
  expect(seen).toEqual([{ groups: new Set(['members', 'bookings', 'calendar', 'history', 'notices']) }])
})

test('a gap in the numbers has everything read again', async () => {
  expect(await followed([5], [[change(8, 'booking')]], 100)).toEqual(['everything'])
})

test('a feed that breaks is said, joined again, and then everything is read again', async () => {
  const seen = await followed([5, 9], [[null], []], 20)
  expect(useLiveChanges.getState().state).toBe('away')
  await vi.advanceTimersByTimeAsync(2000)
  expect(useLiveChanges.getState().state).toBe('following')
  expect(seen).toEqual(['everything'])
})

test('somebody filling a form does not have the whole office read its lists again', async () => {
  const [stale] = await followed([1], [[change(2, 'hold')]], 100)
  expect(stale).toEqual({ groups: new Set(['calendar', 'bookings.check']) })
})
