import { describe, expect, test } from 'vitest'
import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, DAY_MS, HOUR_MS, MINUTE_MS, utcMsOfDay } from '#booking/time/day'
import { calendarOf } from '#office/law/time-zone'
import { type Dice, dice, printedSeed } from '#tests/support/seeded'
import { officeCalendar } from '../../../renderer/words/office-calendar.ts'

const seed = printedSeed('two zone calendars')

/** What a zone can do to a day, and where one does it. */
const TELLING_ZONES = [
  'Asia/Manila', // nothing since 1990
  'Africa/Cairo', // clocks go forward over midnight
  'America/Havana', // forward over midnight, and back to it
  'America/Asuncion', // forward over midnight until 2024
  'America/Santiago',
  'America/Sao_Paulo', // forward over midnight until 2018
  'Asia/Beirut',
  'Asia/Amman',
  'Asia/Tehran', // half an hour, and forward over midnight until 2022
  'Asia/Kolkata', // half an hour
  'Asia/Kathmandu', // three quarters of an hour
  'Australia/Eucla',
  'Australia/Lord_Howe', // clocks change by half an hour, on a half hour
  'Pacific/Chatham', // three quarters, and clocks that change
  'Pacific/Apia',
  'America/St_Johns', // half an hour, and clocks that change
  'Africa/Casablanca', // the other way round, for a month
  'Europe/Rome',
]
const FIRST_YEAR = 2012
const LAST_YEAR = 2060

describe(`seed ${seed}: office and screens begin each day at the same instant, and know the day of each`, () => {
  test.each(TELLING_ZONES)('in %s, also around every change of its clocks', zone => {
    const [office, screens] = [calendarOf(zone), officeCalendar(zone)]
    const random = dice(seed)
    for (let count = 0; count < 60; count++) expectSameDay(office, screens, random)
    for (let count = 0; count < 5; count++) {
      const year = FIRST_YEAR + random.number(LAST_YEAR - FIRST_YEAR)
      for (const changeMs of changesIn(year, screens)) expectSameAround(office, screens, changeMs)
    }
  })

  test('in every other zone of the database', () => {
    const random = dice(seed)
    for (const zone of Intl.supportedValuesOf('timeZone'))
      for (let count = 0; count < 12; count++)
        expectSameDay(calendarOf(zone), officeCalendar(zone), random, zone)
  })
})

test('Lord Howe Island changes its clocks on a half hour, by half an hour, and both calendars know', () => {
  const backMs = Date.UTC(2027, 3, 3, 15)
  for (const calendar of [calendarOf('Australia/Lord_Howe'), officeCalendar('Australia/Lord_Howe')]) {
    const offsets = [-1, 0].map(minutes => calendar.offsetMinutesAt(backMs + minutes * MINUTE_MS))
    expect(offsets).toEqual([660, 630])
    const forwardMs = Date.UTC(2027, 9, 2, 15, 30)
    expect([-1, 0].map(minutes => calendar.offsetMinutesAt(forwardMs + minutes * MINUTE_MS))).toEqual([
      630, 660,
    ])
  }
})

function expectSameDay(office: OfficeCalendar, screens: OfficeCalendar, random: Dice, zone = ''): void {
  const day = addDays(`${FIRST_YEAR}-01-01`, random.number((LAST_YEAR - FIRST_YEAR) * 365))
  expect(screens.startOfDay(day), `${zone} the start of ${day}`).toBe(office.startOfDay(day))
  const at = utcMsOfDay(day) + random.number(DAY_MS)
  expect(screens.dayOf(at), `${zone} the day at ${at}`).toBe(office.dayOf(at))
  expect(screens.offsetMinutesAt(at), `${zone} the offset at ${at}`).toBe(office.offsetMinutesAt(at))
}

/** Each instant of a year at which the zone changes its offset, to the minute. */
function changesIn(year: number, calendar: OfficeCalendar): number[] {
  const changes: number[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY_MS) {
    const before = calendar.offsetMinutesAt(at)
    if (calendar.offsetMinutesAt(at + DAY_MS) === before) continue
    let [from, to] = [at, at + DAY_MS]
    while (to - from > MINUTE_MS) {
      const middle = from + Math.floor((to - from) / 2 / MINUTE_MS) * MINUTE_MS
      if (calendar.offsetMinutesAt(middle) === before) from = middle
      else to = middle
    }
    changes.push(to)
  }
  return changes
}

function expectSameAround(office: OfficeCalendar, screens: OfficeCalendar, changeMs: number): void {
  const steps = [-DAY_MS, -HOUR_MS, -MINUTE_MS, -1, 0, 1, MINUTE_MS, 15 * MINUTE_MS, 31 * MINUTE_MS, HOUR_MS]
  for (const at of steps.map(step => changeMs + step)) {
    const when = new Date(at).toISOString()
    expect(office.offsetMinutesAt(at), `the offset at ${when}`).toBe(screens.offsetMinutesAt(at))
    expect(office.dayOf(at), `the day at ${when}`).toBe(screens.dayOf(at))
  }
  const day = screens.dayOf(changeMs)
  for (const one of [-1, 0, 1].map(days => addDays(day, days)))
    expect(office.startOfDay(one), `the start of ${one}`).toBe(screens.startOfDay(one))
}
