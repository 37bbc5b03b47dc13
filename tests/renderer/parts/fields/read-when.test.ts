import { describe, expect, test } from 'vitest'
import { isNoSuchDay, isWhole, readWhen } from '../../../../renderer/parts/fields/read-when.ts'
import { formatFor } from '../../../../renderer/words/format.ts'

const TODAY = '2026-11-21'
const DAYS = { today: TODAY, mode: 'days' } as const
const TIMES = { today: TODAY, mode: 'time' } as const
const day = (text: string) => readWhen(text, DAYS)
const isNoDay = (text: string) => isNoSuchDay(text, DAYS)

test('a day is read in every form in which people write it', () => {
  const forms = [
    '2026-12-01',
    '2026/12/1',
    '20261201',
    '12/01/2026',
    '12-1-2026',
    '12012026',
    '12/1/26',
    '12/1',
  ]
  const words = ['1 Dec', 'Dec 1', 'dec 1, 2026', '1 December 2026', 'Tue 1 Dec 2026', 'Disyembre 1', '1 dis']
  for (const form of [...forms, ...words])
    expect(day(form), form).toEqual({ day: '2026-12-01', minutes: null })
})

test('every day of a year is read back from the form in which the screens show it, in both languages', () => {
  for (const language of ['en', 'fil'] as const) {
    const format = formatFor(language, 'Asia/Manila')
    for (let at = 0; at < 366; at++) {
      const shown = new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10)
      expect(readWhen(format.day(shown), DAYS)?.day, format.day(shown)).toBe(shown)
    }
    const instant = Date.UTC(2027, 2, 2, 3, 30)
    expect(readWhen(format.instant(instant), TIMES)).toEqual({ day: '2027-03-02', minutes: 11 * 60 + 30 })
  }
})

test('a clock time is read alone or after a day', () => {
  expect(day('8am')).toEqual({ day: null, minutes: 480 })
  expect(day('17:00')).toEqual({ day: null, minutes: 1020 })
  expect(day('12 nn')).toEqual({ day: null, minutes: 720 })
  expect(day('12 MN')).toEqual({ day: null, minutes: 0 })
  const forms = [
    '2026-12-01T08:00',
    '2026-12-01 08:00',
    '12/01/2026, 08:00 AM',
    '12/1 8am',
    '1 dec 8:00 a.m.',
  ]
  for (const form of forms) expect(day(form), form).toEqual({ day: '2026-12-01', minutes: 480 })
})

test('a day without a year is the nearest one, which may be in the past', () => {
  expect(day('1/15')?.day).toBe('2027-01-15')
  expect(day('11/1')?.day).toBe('2026-11-01')
  expect(day('13/1')?.day).toBe('2027-01-13')
  expect(day('bukas')?.day).toBe('2026-11-22')
  expect(day('today 5 pm')).toEqual({ day: '2026-11-21', minutes: 1020 })
})

test('a text that is not a day is not guessed', () => {
  for (const text of [
    '',
    'soon',
    '31/31',
    '2026-02-30',
    '2026-12',
    '2026',
    '32',
    '0',
    '3 days',
    'fri 15',
    'fr',
    '1 dec 20',
    '25:00',
    '13 pm',
    '0002-12-01',
  ]) {
    expect(day(text), text).toBeNull()
  }
})

test('a day that does not exist is told apart from a text that is not a day', () => {
  const noSuch = ['2027-02-30', '31 Feb 8am', '20270230', '4/31', '30/2/2027', 'Hunyo 31', '29 Feb 2027']
  for (const text of noSuch) {
    expect(isNoDay(text), text).toBe(true)
    expect(day(text), text).toBeNull()
  }
  for (const text of ['', 'soon', '31/31', '2027-13-01', '25:00', '2027-02-28', '29 Feb 2028', '12/1 8am']) {
    expect(isNoDay(text), text).toBe(false)
  }
})

/** Saturday, 21 November 2026. */
describe('what is typed in the field "From" on a Saturday', () => {
  test.each([
    ['fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['biy', '2026-11-27'],
    ['sa Biyernes', '2026-11-27'],
    ['sat', '2026-11-28'],
    ['sun', '2026-11-22'],
    ['Linggo', '2026-11-22'],
    ['mar', '2026-11-24'],
    ['fri 27', '2026-11-27'],
    ['21', '2026-11-21'],
    ['14', '2026-12-14'],
    ['31', '2026-12-31'],
    ['+2', '2026-11-23'],
    ['+ 10 days', '2026-12-01'],
    ['+2 linggo', '2026-12-05'],
    ['makalawa', '2026-11-23'],
    ['kahapon', '2026-11-20'],
  ])('%s is %s', (text, meant) => {
    expect(readWhen(text, DAYS)).toEqual({ day: meant, minutes: null })
  })

  test.each([
    ['12/14 8', '2026-12-14', 8 * 60],
    ['fri 8', '2026-11-27', 8 * 60],
    ['fri 14', '2026-11-27', 14 * 60],
    ['bukas 2', '2026-11-22', 14 * 60],
    ['12/14 2:30', '2026-12-14', 14 * 60 + 30],
    ['12/14 02:30', '2026-12-14', 2 * 60 + 30],
    ['12/14 1p', '2026-12-14', 13 * 60],
    ['12/14 8 ng umaga', '2026-12-14', 8 * 60],
    ['bukas alas 3 ng hapon', '2026-11-22', 15 * 60],
    ['sabado 12 ng gabi', '2026-11-28', 0],
    ['14', '2026-12-14', null],
    ['+2', '2026-11-23', null],
  ])('for a clock time, %s is %s and %s minutes after midnight', (text, on, minutes) => {
    expect(readWhen(text, TIMES)).toEqual({ day: on, minutes })
  })
})

test('where the time is near, such as when a machine left, a number alone is an hour', () => {
  const near = { ...TIMES, numberIsHour: true }
  expect(readWhen('8', near)).toEqual({ day: null, minutes: 8 * 60 })
  expect(readWhen('2', near)).toEqual({ day: null, minutes: 14 * 60 })
  expect(readWhen('31', near)).toBeNull()
})

describe('what is typed in the field "To"', () => {
  const afterDay = { ...DAYS, from: { day: '2027-08-30', minutes: null } }
  test.each([
    ['3 days', '2027-09-01'],
    ['1 day', '2027-08-30'],
    ['3 araw', '2027-09-01'],
    ['3d', '2027-09-01'],
    ['1 week', '2027-09-05'],
    ['1 linggo', '2027-09-05'],
    ['+2', '2027-09-01'],
    ['+0', '2027-08-30'],
    ['mon', '2027-08-30'],
    ['fri', '2027-09-03'],
    ['14', '2027-09-14'],
    ['30', '2027-08-30'],
    ['9/2', '2027-09-02'],
  ])('after Mon 30 Aug 2027, %s is %s', (text, meant) => {
    expect(readWhen(text, afterDay)).toEqual({ day: meant, minutes: null })
  })

  const afterHour = { ...TIMES, from: { day: '2026-12-14', minutes: 13 * 60 } }
  test.each([
    ['2 hours', '2026-12-14', 15 * 60],
    ['2 oras', '2026-12-14', 15 * 60],
    ['1.5h', '2026-12-14', 14 * 60 + 30],
    ['90 min', '2026-12-14', 14 * 60 + 30],
    ['+2', '2026-12-14', 15 * 60],
    ['12 hours', '2026-12-15', 60],
    ['3', '2026-12-14', 15 * 60],
    ['10', '2026-12-14', 22 * 60],
    ['17', '2026-12-14', 17 * 60],
    ['0', '2026-12-15', 0],
    ['2 days', '2026-12-15', null],
  ])('after 14 Dec 1:00 PM, %s is %s and %s minutes after midnight', (text, on, minutes) => {
    expect(readWhen(text, afterHour)).toEqual({ day: on, minutes })
  })

  test('what has no length and no start to count from is not guessed', () => {
    for (const text of ['0 days', '2.5 days', '2 hours', '3 boats', '3 days 2']) {
      expect(readWhen(text, afterDay), text).toBeNull()
    }
    expect(readWhen('2 hours', TIMES)).toBeNull()
  })
})

test('a day is whole when no other one can begin with its text: 12/1 can become 12/14', () => {
  for (const whole of [
    '2026-12-01',
    '12/14/2026',
    '14 Dec 2026',
    '2026-12-01T08:00',
    '12/14 8am',
    '2:30 p.m.',
  ]) {
    expect(isWhole(whole), whole).toBe(true)
  }
  for (const part of ['1', '12/1', '12/14', 'fri', '+2', '12/14 8', '12/14 2:3']) {
    expect(isWhole(part), part).toBe(false)
  }
})
