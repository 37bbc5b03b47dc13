import { expect, test } from 'vitest'
import { idleInSeason } from '#booking/machines/idle'
import { addDays } from '#booking/time/day'

const ALL_YEAR = { seasonFrom: null, seasonTo: null }
const HARVEST = { seasonFrom: 9, seasonTo: 11 }

test('a machine is told of two weeks before it stood idle for its months', () => {
  const after = (days: number) => idleInSeason('2026-09-01', addDays('2026-09-01', days), HARVEST, 2)
  expect(after(45)).toBe(null)
  expect(after(46)).toEqual({ since: '2026-09-01', days: 46, left: 14 })
  expect(after(60)).toMatchObject({ days: 60, left: 0 })
  expect(after(70)).toMatchObject({ days: 70, left: 0 })
})

test('only the days of its season count, and out of it no machine is idle', () => {
  // Since June: the days before September do not count.
  expect(idleInSeason('2026-06-01', '2026-10-16', HARVEST, 2)).toBe(null)
  expect(idleInSeason('2026-06-01', '2026-10-17', HARVEST, 2)).toMatchObject({ days: 46 })
  expect(idleInSeason('2026-06-01', '2026-12-01', HARVEST, 2)).toBe(null)
  expect(idleInSeason('2026-01-01', '2026-03-01', ALL_YEAR, 2)).toMatchObject({ days: 59, left: 1 })
})

test('a season can go over the turn of the year, and a machine that nobody used for years does not take long', () => {
  const rains = { seasonFrom: 11, seasonTo: 2 }
  expect(idleInSeason('2026-11-01', '2027-01-15', rains, 2)).toMatchObject({ days: 75, left: 0 })
  expect(idleInSeason('2026-11-01', '2027-03-01', rains, 2)).toBe(null)
  expect(idleInSeason('1990-01-01', '2026-12-01', ALL_YEAR, 12)).toMatchObject({ left: 0 })
})
