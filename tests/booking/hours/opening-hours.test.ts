import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterOpenTime,
  closesNext,
  EVERY_DAY,
  isOpen,
  NOT_SET,
  opensNext,
  openTimeWithin,
  type Week,
  weekdayOf,
} from '#booking/hours/opening-hours'
import { areHours, decideSeasons, decideWeek } from '#booking/hours/week'
import { HOUR, MINUTE, manila, NOW } from '#tests/support/booking-facts'
import { openEvery, openWeek } from '#tests/support/open-calendar'

const STEP = 15 * MINUTE

/** Whether a clock on the wall in Manila is within the week's hours: independent of the rules. */
function openInManila(ms: number, week: Week): boolean {
  const wall = new Date(ms + 8 * HOUR)
  const minutes = wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return (week[(wall.getUTCDay() + 6) % 7] ?? []).some(
    one => one.fromMinutes <= minutes && minutes < one.toMinutes,
  )
}

const start = fc.integer({ min: 0, max: 14 * 96 }).map(steps => NOW + steps * STEP)

test('whether, for how long and when next the office is open is what a clock says that is read every quarter of an hour', () => {
  fc.assert(
    fc.property(openWeek, start, fc.integer({ min: 1, max: 60 }), (week, fromMs, quarters) => {
      const calendar = openEvery(week)
      const open = (ms: number) => openInManila(ms, week)
      expect(isOpen(fromMs, calendar)).toBe(open(fromMs))

      let counted = 0
      let atMs = fromMs
      while (counted < quarters) {
        if (open(atMs)) counted += 1
        atMs += STEP
      }
      expect(afterOpenTime(fromMs, quarters * STEP, calendar)).toBe(atMs)
      expect(openTimeWithin({ startMs: fromMs, endMs: atMs }, calendar)).toBe(quarters * STEP)

      const opens = opensNext(fromMs, calendar)!
      expect(open(opens) && !(opens > fromMs && opens < fromMs)).toBe(true)
      for (let ms = fromMs; ms < opens; ms += STEP) {
        // Only what was open before may be open until then.
        if (open(ms)) expect(open(ms - STEP) || ms === fromMs).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('the day of the office ends at its last closing, and once it has closed, on the next day on which it is open', () => {
  fc.assert(
    fc.property(openWeek, start, (week, afterMs) => {
      const calendar = openEvery(week)
      const open = (ms: number) => openInManila(ms, week)
      const closes = closesNext(afterMs, calendar)
      expect(closes).toBeGreaterThan(afterMs)
      expect(open(closes - STEP)).toBe(true)
      // Nothing is open any more on that day: it was not the midday break.
      const midnight = calendar.startOfDay(calendar.dayOf(closes - 1)) + 24 * HOUR
      for (let ms = closes; ms < midnight; ms += STEP) expect(open(ms)).toBe(false)
      // No other day ends before it.
      for (let ms = afterMs + STEP; ms < closes; ms += STEP) {
        const endsADay = open(ms - STEP) && !open(ms)
        const restOfDay = calendar.startOfDay(calendar.dayOf(ms - 1)) + 24 * HOUR
        const opensAgain = Array.from({ length: 96 }, (_, n) => ms + n * STEP).some(
          later => later < restOfDay && open(later),
        )
        if (endsADay) expect(opensAgain).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('hours are clock times, also on the days on which clocks change', () => {
  const eight = Array.from({ length: 7 }, () => [{ fromMinutes: 480, toMinutes: 1020 }])
  const berlin = openEvery(eight, 'Europe/Berlin')
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
    minute: '2-digit',
  })
  for (const day of ['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26']) {
    const opens = opensNext(berlin.startOfDay(day), berlin)!
    expect(clock.format(opens)).toBe('08:00')
  }
})

test('until hours are set, the office counts as open from 8 to 17 every day, and its day ends at midnight', () => {
  const at = (hours: number) => manila.startOfDay('2026-11-22') + hours * HOUR
  expect(NOT_SET.isSet).toBe(false)
  expect([7, 8, 16, 17].map(hours => isOpen(at(hours), manila))).toEqual([false, true, true, false])
  expect(closesNext(at(18), manila)).toBe(at(24))
  expect(afterOpenTime(at(16), 2 * HOUR, manila)).toBe(at(24 + 9))
})

test('an office that is never open is not waited for', () => {
  const never = openEvery(Array.from({ length: 7 }, () => []))
  expect(opensNext(NOW, never)).toBeNull()
  expect(closesNext(NOW, never)).toBeGreaterThan(NOW)
  expect(afterOpenTime(NOW, HOUR, never)).toBeGreaterThan(NOW)
  expect(decideWeek(Array.from({ length: 7 }, () => []))).toMatchObject({ refusal: { reason: 'never-open' } })
})

test('the first of January 1970 was a Thursday, and days before it have their weekdays too', () => {
  expect(['1970-01-01', '1969-12-29', '2026-11-19', '2026-11-22'].map(weekdayOf)).toEqual([3, 0, 3, 6])
})

test('the hours of a day are in order and do not overlap', () => {
  const hours = (...ends: [number, number][]) =>
    areHours(ends.map(([fromMinutes, toMinutes]) => ({ fromMinutes, toMinutes })))
  expect(hours([480, 720], [780, 1440])).toBe(true)
  expect(hours([480, 720], [720, 1020])).toBe(true)
  expect(hours([480, 480])).toBe(false)
  expect(hours([780, 1020], [480, 720])).toBe(false)
  expect(hours([480, 721], [720, 1020])).toBe(false)
  expect(hours([480, 1441])).toBe(false)
  expect(hours([480.5, 600])).toBe(false)
})

test('seasons are accepted exactly if each ends on or after its first day, and no day is of two', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(one => `2026-02-${String(one).padStart(2, '0')}`)
  const season = fc.record({ name: fc.string(), from: day, to: day, week: fc.constant(EVERY_DAY) })
  fc.assert(
    fc.property(fc.array(season, { maxLength: 4 }), seasons => {
      const days = Array.from({ length: 28 }, (_, at) => `2026-02-${String(at + 1).padStart(2, '0')}`)
      const inOrder = seasons.every(one => one.from <= one.to)
      const apart = days.every(one => seasons.filter(({ from, to }) => from <= one && one <= to).length <= 1)
      expect(decideSeasons(seasons).ok).toBe(inOrder && apart)
    }),
    { numRuns: 500 },
  )
})
