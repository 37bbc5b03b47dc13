import { endOfDay, type OfficeCalendar } from '../time/calendar.ts'
import { addDays, type LocalDay } from '../time/day.ts'
import type { Block } from './block.ts'
import { type Load, peakLoad } from './load.ts'
import { isTakenWhole, type TakenMachine } from './taken-days.ts'

/**
 * How full a machine is on one day. `units`: the most taken at any instant, at most the capacity. `free`: somebody can
 * still have a unit, for the whole day if the machine is booked by days.
 */
export type DayLoad = { readonly day: LocalDay; readonly units: number; readonly free: boolean }

/** `blocks`: what is in the way of a booking, buffers included. `past`: what was there, without buffers. */
export type Taken = { readonly blocks: readonly Block[]; readonly past: readonly Load[] }

/**
 * How full a machine is on each day from the first to the last. From today on, that is what blocks a booking, each
 * block with the buffers it was promised. Before today it is what was there, also if it is over now; a past day on
 * which nothing was there is left out.
 */
export function dayLoads(
  days: { readonly from: LocalDay; readonly to: LocalDay },
  machine: TakenMachine,
  { blocks, past }: Taken,
  { nowMs, calendar }: { readonly nowMs: number; readonly calendar: OfficeCalendar },
): DayLoad[] {
  const today = calendar.dayOf(nowMs)
  const loads: DayLoad[] = []
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    const isPast = day < today
    const ofDay = { startMs: calendar.startOfDay(day), endMs: endOfDay(calendar, day) }
    const units = Math.min(peakLoad(ofDay, isPast ? past : blocks), machine.capacity)
    if (isPast && units === 0) continue
    loads.push({ day, units, free: !isPast && !isTakenWhole(ofDay, machine, blocks) })
  }
  return loads
}
