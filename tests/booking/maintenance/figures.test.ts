import { expect, test } from 'vitest'
import { figuresByYear, type Kept } from '#booking/maintenance/figures'
import { DAY_MS } from '#booking/time/day'
import { calendarOf } from '#office/law/time-zone'

const calendar = calendarOf('Asia/Manila')
const at = (day: string) => calendar.startOfDay(day)
const kept = (day: string, costCentavos: number, days = 0): Kept => ({
  atMs: at(day) + days * DAY_MS,
  costCentavos,
  down: days === 0 ? null : { startMs: at(day), endMs: at(day) + days * DAY_MS },
})
const readings: [day: string, hours: number][] = [
  ['2025-06-01', 100],
  ['2026-01-01', 300],
  ['2026-04-10', 350],
]
const meterAt = (atMs: number) => readings.filter(([day]) => at(day) <= atMs).at(-1)?.[1] ?? null
const facts = { nowMs: at('2026-04-11'), calendar, knownSinceMs: at('2025-06-01'), meterAt }

test('costs are counted in the year in which the work ended, by the hours that the meter ran in it', () => {
  const years = figuresByYear(
    [kept('2025-07-01', 50_000), kept('2025-12-30', 7_000, 3), kept('2026-02-01', 3_000)],
    facts,
  )
  expect(years).toMatchObject([
    { year: 2026, count: 2, costCentavos: 10_000, hours: 50, perHourCentavos: 200 },
    { year: 2025, count: 1, costCentavos: 50_000, hours: 200, perHourCentavos: 250 },
  ])
})

test('the share of time down is of the time that has passed, is cut at the year, and counts time once', () => {
  const [now, before] = figuresByYear(
    [kept('2025-12-30', 0, 4), kept('2025-12-31', 0, 1), kept('2026-04-01', 0, 100)],
    facts,
  )
  // Of 100 days: two in January, and from the first to the tenth of April.
  expect(now!.downShare).toBeCloseTo(12 / 100, 10)
  expect(before!.downShare).toBeCloseTo(2 / 214, 10)
})

test('what the meter does not say is not made up', () => {
  const nothing = figuresByYear([kept('2026-02-01', 3_000)], { ...facts, meterAt: () => null })
  expect(nothing).toMatchObject([{ hours: null, perHourCentavos: null }, { hours: null }])
  const still = figuresByYear([kept('2026-02-01', 3_000)], { ...facts, meterAt: () => 7 })
  expect(still[0]).toMatchObject({ hours: 0, perHourCentavos: null })
  // A new meter, which begins again.
  const renewed = figuresByYear([], { ...facts, meterAt: ms => (ms > at('2026-02-01') ? 5 : 900) })
  expect(renewed[0]).toMatchObject({ hours: null })
})

test('at most five years are told, and none before anything was known', () => {
  const long = figuresByYear([], { ...facts, knownSinceMs: at('2001-01-01') })
  expect(long.map(one => one.year)).toEqual([2026, 2025, 2024, 2023, 2022])
  expect(figuresByYear([], { ...facts, knownSinceMs: facts.nowMs })).toMatchObject([
    { year: 2026, downShare: 0 },
  ])
})
