import { expect, test } from 'vitest'
import { drawnGrounds, drawnRun, freeRuns, mostOnADay } from '../../../renderer/calendar/free-days.ts'

const load = (day: string, free: boolean, units = 0) => ({ day: `2026-12-${day}`, free, units })
const loads = (...all: ReturnType<typeof load>[]) => new Map(all.map(one => [one.day, one]))
const on = (from: string, after: string, more = {}) => ({
  start: `2026-12-${from}`,
  end: `2026-12-${after}`,
  ...more,
})

test('free days run on until a day that is taken, partly taken or left out', () => {
  const partly = load('07', true, 20)
  const days = loads(load('05', true), load('01', true), load('02', true), load('03', false, 1), partly)
  expect(freeRuns(days)).toEqual([
    { from: '2026-12-01', to: '2026-12-02' },
    { from: '2026-12-05', to: '2026-12-05' },
  ])
  expect(freeRuns(loads())).toEqual([])
})

test('the list says a run once, on its first day; a week shows each of its days', () => {
  const run = { from: '2026-12-31', to: '2027-01-01' }
  expect(drawnRun(run, 'Free')).toMatchObject({ start: '2026-12-31', end: '2027-01-01', editable: false })
  expect(drawnGrounds([run], 'Free').map(ground => [ground.start, ground.display])).toEqual([
    ['2026-12-31', 'background'],
    ['2027-01-01', 'background'],
  ])
})

test('the cards of a week share its height where they meet, and grounds are no cards', () => {
  const week = { first: '2026-12-06', after: '2026-12-13' }
  const apart = [on('06', '08'), on('08', '09'), on('10', '12', { display: 'background' })]
  expect(mostOnADay([], week)).toBe(1)
  expect(mostOnADay(apart, week)).toBe(1)
  expect(mostOnADay([...apart, on('07', '09')], week)).toBe(2)
  expect(mostOnADay([on('01', '03'), on('01', '03')], week)).toBe(1)
})
