import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, type LocalDay } from '../time/day.ts'
import { type Buffers, type Interval, overlaps, withBuffers } from '../time/interval.ts'
import type { BookingMode } from '../time/period.ts'
import type { Block } from './block.ts'
import { fits, isFullThroughout, type Load } from './load.ts'

/** What is in the way on one day. `whole`: nothing can be booked on it; otherwise some units or hours are free. */
export type TakenDay = { readonly day: LocalDay; readonly whole: boolean; readonly blocks: readonly Block[] }

export type TakenMachine = Buffers & { readonly bookingMode: BookingMode; readonly capacity: number }

/**
 * The days, from the first to the last, on which something is in the way of a booking. A machine that is booked by days
 * also needs its buffers around the day. One that is booked by clock time may still be free for some hours.
 */
export function takenDays(
  days: { readonly from: LocalDay; readonly to: LocalDay },
  machine: TakenMachine,
  blocks: readonly Block[],
  calendar: OfficeCalendar,
): TakenDay[] {
  const taken: TakenDay[] = []
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    const ofDay = { startMs: calendar.startOfDay(day), endMs: calendar.startOfDay(addDays(day, 1)) }
    const needed = neededFor(ofDay, machine)
    const onDay = blocks.filter(block => overlaps(block, needed))
    if (onDay.length === 0) continue
    taken.push({ day, whole: isTakenWhole(ofDay, machine, onDay), blocks: onDay })
  }
  return taken
}

/** Whether nothing can be booked on a day: no whole day if the machine is booked by days, otherwise not one moment. */
export function isTakenWhole(ofDay: Interval, machine: TakenMachine, loads: readonly Load[]): boolean {
  const needed = neededFor(ofDay, machine)
  return machine.bookingMode === 'days'
    ? !fits(needed, 1, machine.capacity, loads)
    : isFullThroughout(needed, machine.capacity, loads)
}

function neededFor(ofDay: Interval, machine: TakenMachine): Interval {
  return machine.bookingMode === 'days' ? withBuffers(ofDay, machine) : ofDay
}
