import { expect, test } from 'vitest'
import type { CalendarEvent } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { dayLoads } from '../../../renderer/calendar/day-load.ts'
import { officeCalendar } from '../../../renderer/words/office-calendar.ts'

const manila = officeCalendar('Asia/Manila')
const HOUR = 3_600_000
const at = (day: string, hour: number) => manila.startOfDay(day) + hour * HOUR
const NOW = at('2026-12-02', 9)
const DAYS = { first: '2026-12-01', after: '2026-12-05' }
const dryer = { capacity: 60, bufferBeforeMs: 0, bufferAfterMs: HOUR } as MachineRow

function load(day: string, hours: [number, number], units: number, change: object = {}): CalendarEvent {
  const booking = { id: 'b', kind: 'booking', machineId: 'm', status: 'approved', title: 'Ana Reyes' }
  const when = { startMs: at(day, hours[0]), endMs: at(day, hours[1]) }
  return { ...booking, ...when, units, version: 1, overdue: false, ...change } as CalendarEvent
}
const loadsOf = (...events: CalendarEvent[]) => [...dayLoads(events, dryer, DAYS, manila, NOW)]

test('a dryer’s day shows the most sacks that are in it at once, not the sum of the day', () => {
  const events = [
    load('2026-12-03', [7, 12], 30),
    load('2026-12-03', [7, 12], 17),
    load('2026-12-03', [13, 18], 20),
  ]
  expect(loadsOf(...events)).toEqual([
    ['2026-12-02', 0],
    ['2026-12-03', 47],
    ['2026-12-04', 0],
  ])
})

test('the hour after a load counts as taken, as it does when somebody books', () => {
  expect(loadsOf(load('2026-12-03', [7, 12], 30), load('2026-12-03', [12, 17], 20))[1]).toEqual([
    '2026-12-03',
    50,
  ])
})

test('what is over took room yesterday, and takes none from today on', () => {
  const completed = { status: 'completed' }
  const events = [load('2026-12-01', [7, 12], 25, completed), load('2026-12-02', [7, 8], 25, completed)]
  expect(loadsOf(...events).slice(0, 2)).toEqual([
    ['2026-12-01', 25],
    ['2026-12-02', 0],
  ])
})

test('maintenance takes the dryer whole', () => {
  const maintenance = { kind: 'maintenance', status: 'planned', title: 'preventive' }
  expect(loadsOf(load('2026-12-04', [7, 12], 1, maintenance))[2]).toEqual(['2026-12-04', 60])
})
