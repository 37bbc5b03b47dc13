import { beforeEach, expect, test } from 'vitest'
import type { Slot } from '../../../renderer/booking-form/form-fields.ts'
import { createHoldKeeper, type Hold, type HoldKeeper } from '../../../renderer/booking-form/hold-keeper.ts'

const FIVE_MINUTES = 300_000
const slot = (day: string): Slot => ({
  machineId: 'harvester',
  period: { kind: 'days', from: day, to: day },
  units: 1,
})
const [MONDAY, TUESDAY] = [slot('2026-12-07'), slot('2026-12-08')]

type Question = { slot: Slot; yes: (expiresMs?: number | null) => void; no: () => void; lost: () => void }

let now: number
let asked: Question[]
let released: number
let shown: Hold[]
let outOfDate: number
let troubles: unknown[]
let timers: { work: () => void; atMs: number }[]
let keeper: HoldKeeper
beforeEach(() => {
  now = 1_000_000
  asked = []
  released = 0
  shown = []
  outOfDate = 0
  troubles = []
  timers = []
  keeper = createHoldKeeper({
    take: wanted =>
      new Promise((resolve, reject) =>
        asked.push({
          slot: wanted,
          yes: (expiresMs = now + FIVE_MINUTES) => resolve({ ok: true, expiresMs }),
          no: () => resolve({ ok: false }),
          lost: () => reject(new Error('away')),
        }),
      ),
    release: () => void released++,
    tell: hold => void shown.push(hold),
    taken: () => void outOfDate++,
    trouble: error => void troubles.push(error),
    nowMs: () => now,
    later(work, ms) {
      const timer = { work, atMs: now + ms }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
})

const answers = () => new Promise(resolve => setImmediate(resolve))
const last = () => shown.at(-1)
function pass(ms: number): void {
  now += ms
  for (const timer of timers.filter(one => one.atMs <= now)) {
    timers.splice(timers.indexOf(timer), 1)
    timer.work()
  }
}

test('a slot that is wanted is kept for as long as the office says', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes()
  await answers()
  expect(asked.map(one => one.slot)).toEqual([MONDAY])
  expect(last()).toEqual({ state: 'kept', untilMs: now + FIVE_MINUTES })
})

test('a form that needs no hold is shown none', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes(null)
  await answers()
  expect(last()).toEqual({ state: 'none' })
  expect(timers).toEqual([])
})

test('when its time is over it has lapsed, not a millisecond before, and can be kept again', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes()
  await answers()
  pass(FIVE_MINUTES - 1)
  expect(last()).toMatchObject({ state: 'kept' })
  pass(1)
  expect(last()).toEqual({ state: 'lapsed' })
  keeper.keepAgain()
  asked[1]!.yes()
  await answers()
  expect(asked[1]!.slot).toEqual(MONDAY)
  expect(last()).toMatchObject({ state: 'kept', untilMs: now + FIVE_MINUTES })
})

test('a hold that was renewed does not lapse with the first', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes()
  await answers()
  pass(60_000)
  keeper.changed()
  asked[1]!.yes()
  await answers()
  pass(FIVE_MINUTES - 60_000)
  expect(last()).toMatchObject({ state: 'kept' })
  pass(60_000)
  expect(last()).toEqual({ state: 'lapsed' })
})

test('typing renews it, but at most every twenty seconds', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes()
  await answers()
  for (let key = 0; key < 40; key++) {
    pass(500)
    keeper.changed()
  }
  expect(asked).toHaveLength(1)
  pass(1)
  keeper.changed()
  expect(asked).toHaveLength(2)
  keeper.changed()
  expect(asked).toHaveLength(2)
})

test('typing keeps nothing where nothing is wanted', () => {
  keeper.changed()
  keeper.keepAgain()
  pass(60_000)
  keeper.changed()
  expect([asked, released, shown]).toEqual([[], 0, []])
})

test('another slot is asked for at once, and a late answer about the first one changes nothing', async () => {
  keeper.want(MONDAY)
  keeper.want(TUESDAY)
  asked[1]!.yes()
  await answers()
  asked[0]!.no()
  await answers()
  expect(last()).toMatchObject({ state: 'kept' })
  expect(outOfDate).toBe(0)
  // One hold a form: the office has moved it.
  expect(released).toBe(0)
})

test('a slot that is no longer wanted is let go of once, also when its answer is still to come', async () => {
  keeper.want(MONDAY)
  keeper.want(null)
  expect([released, last()]).toEqual([1, { state: 'none' }])
  asked[0]!.yes()
  await answers()
  expect(last()).toEqual({ state: 'none' })
  expect(timers).toEqual([])
})

test('wanted again after it was let go of, it is renewed from the first key on only after twenty seconds', async () => {
  keeper.want(MONDAY)
  keeper.want(null)
  keeper.want(MONDAY)
  keeper.changed()
  expect(asked).toHaveLength(2)
})

test('a form that never asked for anything lets go of nothing', () => {
  keeper.want(null)
  keeper.leave()
  expect(released).toBe(0)
})

test('a form that goes away lets go, whatever is under way, and nothing lapses any more', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes()
  await answers()
  keeper.keepAgain()
  keeper.leave()
  expect(released).toBe(1)
  const before = shown.length
  asked[1]!.yes()
  await answers()
  pass(2 * FIVE_MINUTES)
  expect(shown).toHaveLength(before)
})

test('where somebody was quicker, nothing is kept, and the answer about the time is asked anew', async () => {
  keeper.want(MONDAY)
  asked[0]!.no()
  await answers()
  expect([last(), outOfDate, troubles]).toEqual([{ state: 'none' }, 1, []])
})

test('without an answer nothing is said to be kept, and the trouble is told', async () => {
  keeper.want(MONDAY)
  asked[0]!.yes()
  await answers()
  keeper.keepAgain()
  asked[1]!.lost()
  await answers()
  expect(last()).toEqual({ state: 'none' })
  expect(troubles).toEqual([new Error('away')])
  expect(outOfDate).toBe(0)
})

test('a trouble with what is no longer wanted does not touch what is', async () => {
  keeper.want(MONDAY)
  keeper.want(TUESDAY)
  asked[1]!.yes()
  await answers()
  asked[0]!.lost()
  await answers()
  expect(last()).toMatchObject({ state: 'kept' })
})
