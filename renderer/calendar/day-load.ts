import { type Load, peakLoad } from '#booking/availability/load'
import { BLOCKING } from '#booking/in-the-way'
import { endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import { addDays, type LocalDay } from '#booking/time/day'
import { withBuffers } from '#booking/time/interval'
import type { CalendarEvent } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { keptUntilMs } from './calendar-events.ts'
import { kindOf } from './event-kinds.ts'

/** The most units taken at any moment of each day; the whole capacity while something takes the machine whole. */
export type DayLoads = ReadonlyMap<LocalDay, number>

/**
 * How full a machine is on each day from `first` until before `after`. From today on, that is what the rules count: what
 * blocks, with its buffers. Before today it is what was there, if anything was.
 */
export function dayLoads(
  events: readonly CalendarEvent[],
  machine: MachineRow,
  { first, after }: { first: LocalDay; after: LocalDay },
  calendar: OfficeCalendar,
  nowMs: number,
): DayLoads {
  const today = calendar.dayOf(nowMs)
  const was = events.map(event => loadOf(event))
  const blocking = events
    .filter(event => kindOf(event).blocks(event))
    .map(event => ({ ...loadOf(event), ...withBuffers(loadOf(event), machine) }))
  const loads = new Map<LocalDay, number>()
  for (let day = first; day < after; day = addDays(day, 1)) {
    const whole = { startMs: calendar.startOfDay(day), endMs: endOfDay(calendar, day) }
    const peak = peakLoad(whole, day < today ? was : blocking)
    if (peak > 0 || day >= today) loads.set(day, Math.min(peak, machine.capacity))
  }
  return loads
}

function loadOf(event: CalendarEvent): Load {
  const { kind, startMs, units } = event
  return { startMs, endMs: keptUntilMs(event), units, whole: BLOCKING[kind].whole }
}
