import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextFreePeriods } from '#booking/availability/free-windows'
import { lookAgainFrom, notOpen } from '#booking/hours/decide-open'
import {
  type Blackout,
  type ClosedRules,
  DEFAULT_CLOSED_RULES,
  NOT_SET,
  type OpenCalendar,
  officeDay,
  type Season,
  usualHours,
  type Week,
} from '#booking/hours/opening-hours'
import { addDays, type LocalDay } from '#booking/time/day'
import { intervalOf, type Period } from '#booking/time/period'
import { DAY, HOUR, MINUTE, manila } from '#tests/support/booking-facts'
import { openWeek } from '#tests/support/open-calendar'

const FIRST = '2026-11-16'
const FIRST_MS = manila.startOfDay(FIRST)
const DAYS = 21
const machine = { id: 'tractor', typeId: 'tractors' }

/** What closes the office, and stops bookings, in three weeks. */
type World = {
  week: Week
  rules: ClosedRules
  seasons: Season[]
  /** By day from the first: closed by hand, opened by hand, a public holiday. */
  decided: Map<LocalDay, boolean>
  publicHolidays: Set<LocalDay>
  blackouts: Blackout[]
}

const someDay = fc.integer({ min: 0, max: DAYS - 1 }).map(n => addDays(FIRST, n))
const blackout = fc
  .record({
    startMs: fc.integer({ min: 0, max: DAYS * 24 }).map(hour => FIRST_MS + hour * HOUR),
    hours: fc.integer({ min: 1, max: 40 }),
    of: fc.constantFrom(
      { machineId: null, typeId: null },
      { machineId: 'tractor', typeId: null },
      { machineId: 'mill', typeId: null },
      { machineId: null, typeId: 'tractors' },
      { machineId: null, typeId: 'mills' },
    ),
  })
  .map(({ startMs, hours, of }) => ({ startMs, endMs: startMs + hours * HOUR, ...of, reason: 'fiesta' }))
const season = fc
  .record({ from: someDay, lasts: fc.integer({ min: 0, max: 9 }), week: openWeek })
  .map(({ from, lasts, week }) => ({ name: 'harvest', from, to: addDays(from, lasts), week }))
const world: fc.Arbitrary<World> = fc.record({
  week: openWeek,
  rules: fc.record({ span: fc.boolean(), startOrEnd: fc.boolean(), withinHours: fc.boolean() }),
  seasons: fc.uniqueArray(season, { maxLength: 2, selector: one => one.from }),
  decided: fc.array(fc.tuple(someDay, fc.boolean()), { maxLength: 4 }).map(pairs => new Map(pairs)),
  publicHolidays: fc.array(someDay, { maxLength: 3 }).map(days => new Set(days)),
  blackouts: fc.array(blackout, { maxLength: 2 }),
})

function calendarOf({ week, rules, seasons, decided, publicHolidays, blackouts }: World): OpenCalendar {
  return {
    ...manila,
    opening: {
      isSet: true,
      rules,
      blackouts: fromMs => blackouts.filter(one => one.endMs > fromMs),
      on(day) {
        const closed = decided.get(day)
        return officeDay(usualHours(day, week, seasons), {
          decided: closed === undefined ? undefined : { name: 'fiesta', closed },
          publicHoliday: publicHolidays.has(day) ? 'Bonifacio Day' : undefined,
        })
      },
    },
  }
}

const period: fc.Arbitrary<Period> = fc.oneof(
  fc
    .record({ from: someDay, lasts: fc.integer({ min: 0, max: 8 }) })
    .map(({ from, lasts }): Period => ({ kind: 'days', from, to: addDays(from, lasts) })),
  fc
    .record({ start: fc.integer({ min: 0, max: DAYS * 24 - 1 }), hours: fc.integer({ min: 1, max: 60 }) })
    .map(({ start, hours }): Period => {
      const startMs = FIRST_MS + start * HOUR
      return { kind: 'time', startMs, endMs: startMs + hours * HOUR }
    }),
)

/** The same question minute by minute, from the world alone. */
function openByTheMinute(asked: Period, w: World): boolean {
  const startMs = asked.kind === 'time' ? asked.startMs : Date.parse(`${asked.from}T00:00:00+08:00`)
  const endMs = asked.kind === 'time' ? asked.endMs : Date.parse(`${asked.to}T00:00:00+08:00`) + DAY
  const wall = (ms: number) => new Date(ms + 8 * HOUR)
  const dayAt = (ms: number) => wall(ms).toISOString().slice(0, 10)
  function hoursOf(day: LocalDay) {
    const mine = w.decided.get(day)
    if (mine === true || (mine === undefined && w.publicHolidays.has(day))) return []
    let week = w.week
    let began = ''
    for (const one of w.seasons) {
      if (day >= one.from && day <= one.to && one.from > began) {
        week = one.week
        began = one.from
      }
    }
    return week[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? []
  }
  const isOpenAt = (ms: number) => {
    const minutes = wall(ms).getUTCHours() * 60 + wall(ms).getUTCMinutes()
    return hoursOf(dayAt(ms)).some(one => one.fromMinutes <= minutes && minutes < one.toMinutes)
  }
  const [first, last] = [dayAt(startMs), dayAt(endMs - MINUTE)]
  let middleClosed = false
  let leavesTheDay = false
  for (let ms = startMs; ms < endMs; ms += 30 * MINUTE) {
    const day = dayAt(ms)
    for (const one of w.blackouts) {
      const about = one.machineId ? one.machineId === 'tractor' : !one.typeId || one.typeId === 'tractors'
      if (about && one.startMs <= ms && ms < one.endMs) return false
    }
    if (day !== first && day !== last && hoursOf(day).length === 0) middleClosed = true
    if (day !== first) leavesTheDay = true
  }
  if (!w.rules.startOrEnd && (hoursOf(first).length === 0 || hoursOf(last).length === 0)) return false
  if (!w.rules.span && middleClosed) return false
  if (asked.kind === 'time' && w.rules.withinHours && hoursOf(first).length > 0) {
    // It begins in an open minute and ends after one, on the same day.
    if (leavesTheDay || !isOpenAt(startMs) || !isOpenAt(endMs - MINUTE)) return false
  }
  return true
}

test('a booking is refused exactly where a look at every half hour of it finds the office closed or the machine not given', () => {
  fc.assert(
    fc.property(world, period, (w, asked) => {
      const refusal = notOpen(asked, { calendar: calendarOf(w), machine })
      expect(refusal === undefined).toBe(openByTheMinute(asked, w))
    }),
    { numRuns: 400 },
  )
})

test('the next free time is the first that is open: no earlier one was passed over', () => {
  fc.assert(
    fc.property(world, someDay, fc.integer({ min: 1, max: 3 }), (w, from, days) => {
      const calendar = calendarOf(w)
      const wanted: Period = { kind: 'days', from, to: addDays(from, days - 1) }
      const search = {
        calendar,
        units: 1,
        capacity: 1,
        bufferBeforeMs: 0,
        bufferAfterMs: 0,
        loads: [],
        earliestMs: manila.startOfDay(from),
        latestMs: manila.startOfDay(addDays(from, 40)),
        notThen: (one: Period) => lookAgainFrom(one, { calendar, machine }),
      }
      const [found] = nextFreePeriods(wanted, search, 1)
      const all = Array.from({ length: 41 }, (_, n): Period => {
        const begins = addDays(from, n)
        return { kind: 'days', from: begins, to: addDays(begins, days - 1) }
      })
      expect(found).toEqual(all.find(one => openByTheMinute(one, w)))
    }),
    { numRuns: 150 },
  )
})

test('a search by clock time finds the first full hour that is open', () => {
  fc.assert(
    fc.property(world, someDay, fc.integer({ min: 1, max: 5 }), (w, from, hours) => {
      const calendar = calendarOf(w)
      const startMs = manila.startOfDay(from)
      const length = hours * HOUR
      const wanted: Period = { kind: 'time', startMs, endMs: startMs + length }
      const search = {
        calendar,
        units: 1,
        capacity: 1,
        bufferBeforeMs: 0,
        bufferAfterMs: 0,
        loads: [],
        earliestMs: startMs,
        latestMs: startMs + 15 * DAY,
        notThen: (one: Period) => lookAgainFrom(one, { calendar, machine }),
      }
      const [found] = nextFreePeriods(wanted, search, 1)
      if (found) expect(openByTheMinute(found, w)).toBe(true)
      for (
        let ms = startMs;
        ms < (found ? intervalOf(found, manila).startMs : startMs + 15 * DAY);
        ms += HOUR
      ) {
        const skipped: Period = { kind: 'time', startMs: ms, endMs: ms + length }
        // A start within the hours whose end is too late may be passed over for the next day, never the other way.
        expect(openByTheMinute(skipped, w)).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})

describe('what was promised already', () => {
  const closed: OpenCalendar = {
    ...manila,
    opening: { ...NOT_SET, isSet: true, on: () => ({ hours: [], holiday: 'Bonifacio Day' }) },
  }
  const days = (from: string, to: string): Period => ({ kind: 'days', from, to })
  const kept = { ...intervalOf(days('2026-12-01', '2026-12-02'), manila), here: true }

  test('is not asked again for its first and last day', () => {
    expect(notOpen(days('2026-12-01', '2026-12-02'), { calendar: closed, machine, kept })).toBeUndefined()
    expect(notOpen(days('2026-12-01', '2026-12-03'), { calendar: closed, machine, kept })).toEqual({
      reason: 'closed',
      day: '2026-12-03',
      name: 'Bonifacio Day',
      opensMs: null,
    })
  })

  test('keeps its time in a blackout of its machine, and gets none in that of another', () => {
    const stop = {
      startMs: kept.startMs,
      endMs: kept.endMs + DAY,
      machineId: null,
      typeId: null,
      reason: 'flood',
    }
    const stopped: OpenCalendar = { ...manila, opening: { ...NOT_SET, blackouts: () => [stop] } }
    const same = days('2026-12-01', '2026-12-02')
    expect(notOpen(same, { calendar: stopped, machine, kept })).toBeUndefined()
    expect(notOpen(same, { calendar: stopped, machine, kept: { ...kept, here: false } })).toMatchObject({
      reason: 'blackout',
      why: 'flood',
    })
    expect(notOpen(days('2026-12-01', '2026-12-03'), { calendar: stopped, machine, kept })).toMatchObject({
      reason: 'blackout',
      untilMs: stop.endMs,
    })
  })
})

test('until hours are set, nothing but what was closed by hand refuses a booking', () => {
  const asked: Period = { kind: 'days', from: '2026-11-22', to: '2026-11-22' }
  expect(notOpen(asked, { calendar: manila, machine })).toBeUndefined()
  const within = { ...DEFAULT_CLOSED_RULES, withinHours: true }
  const unset: OpenCalendar = { ...manila, opening: { ...NOT_SET, rules: within } }
  const night: Period = { kind: 'time', startMs: FIRST_MS, endMs: FIRST_MS + HOUR }
  expect(notOpen(night, { calendar: unset, machine })).toBeUndefined()
})
