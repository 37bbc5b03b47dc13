import { expect, test } from 'vitest'
import { isNoSuchDay, readWhen } from '../../../../renderer/parts/fields/read-when.ts'
import { formatFor } from '../../../../renderer/words/format.ts'

const TODAY = '2026-11-21'
const day = (text: string) => readWhen(text, TODAY)

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
      expect(readWhen(format.day(shown), TODAY)?.day, format.day(shown)).toBe(shown)
    }
    const instant = Date.UTC(2027, 2, 2, 3, 30)
    expect(readWhen(format.instant(instant), TODAY)).toEqual({ day: '2027-03-02', minutes: 11 * 60 + 30 })
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
    '8',
    '12',
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
    expect(isNoSuchDay(text, TODAY), text).toBe(true)
    expect(day(text), text).toBeNull()
  }
  for (const text of ['', 'soon', '31/31', '2027-13-01', '25:00', '2027-02-28', '29 Feb 2028', '12/1 8am']) {
    expect(isNoSuchDay(text, TODAY), text).toBe(false)
  }
})
