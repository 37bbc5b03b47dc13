import type { OfficeCalendar } from '#booking/time/calendar'
import { endOfDay } from '#booking/time/calendar'
import { addDays, DAY_MS, type LocalDay } from '#booking/time/day'
import { covers } from '#booking/time/interval'
import { DAY_PARTS, type DayPart, partOfDay } from '#booking/today/part-of-day'
import type { DayLine } from '#calls/today'
import type { ReadDb } from '#db/file'
import { readBooking, readShownBookings, type ShownBooking } from '#db/read/bookings'
import type { ShownMachine } from '#db/read/machines'
import {
  type ListedBooking,
  readBookingsMeeting,
  readBookingsOut,
  readNextOfMachine,
  readNotFetched,
} from '#db/read/today'
import { priceOf } from '../bookings/price.ts'

const MOST_LINES: { readonly [P in DayPart]: number } = {
  overdue: 100,
  notFetched: 20,
  goingOut: 100,
  dueBack: 100,
}
/** Older ones are left to the list of bookings. */
const NOT_FETCHED_DAYS = 30
/** Who takes a machine later than this is not said to be next. */
const NEXT_WITHIN_MS = 14 * DAY_MS

type Now = { readonly nowMs: number; readonly calendar: OfficeCalendar }
export type Machines = ReadonlyMap<string, ShownMachine>

/** The bookings in each part of a day's list. */
export type DayList = { readonly [P in DayPart]: readonly ListedBooking[] }

/** Which bookings stand on the list of a day: overdue first, the others by type and time. */
export function listOfDay(db: ReadDb, now: Now, machines: Machines, day: LocalDay): DayList {
  const { nowMs, calendar } = now
  const ofDay = { startMs: calendar.startOfDay(day), endMs: endOfDay(calendar, day) }
  const list: { [P in DayPart]: ListedBooking[] } = { overdue: [], notFetched: [], goingOut: [], dueBack: [] }
  for (const booking of candidates(db, ofDay, now)) {
    const part = partOfDay(booking, ofDay, nowMs)
    if (part) list[part].push(booking)
  }
  const typeOf = ({ machineId }: ListedBooking) => machines.get(machineId)?.type ?? ''
  const byType = (a: ListedBooking, b: ListedBooking) => compare(typeOf(a), typeOf(b))
  list.overdue.sort((a, b) => a.endMs - b.endMs || compare(a.id, b.id))
  list.notFetched.sort((a, b) => b.startMs - a.startMs || compare(a.id, b.id))
  list.goingOut.sort((a, b) => byType(a, b) || a.startMs - b.startMs || compare(a.id, b.id))
  list.dueBack.sort((a, b) => byType(a, b) || a.endMs - b.endMs || compare(a.id, b.id))
  return list
}

/** On today's list is also what should have come back or been fetched before. */
function candidates(db: ReadDb, day: { startMs: number; endMs: number }, { nowMs, calendar }: Now) {
  const meeting = readBookingsMeeting(db, day.startMs, day.endMs)
  if (!covers(day, nowMs)) return meeting
  const sinceMs = calendar.startOfDay(addDays(calendar.dayOf(nowMs), -NOT_FETCHED_DAYS))
  const before = [...readBookingsOut(db), ...readNotFetched(db, sinceMs, nowMs, MOST_LINES.notFetched + 1)]
  return new Map([...meeting, ...before].map(booking => [booking.id, booking])).values()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The lines of each part, at most 100, with what a person at the counter needs. */
export function linesOf(
  db: ReadDb,
  now: Now,
  machines: Machines,
  list: DayList,
): { [P in DayPart]: DayLine[] } {
  const kept = (part: DayPart) => list[part].slice(0, MOST_LINES[part])
  const ids = DAY_PARTS.flatMap(part => kept(part).map(booking => booking.id))
  const shown = readShownBookings(db, ids, now.nowMs)
  const lines = (part: DayPart) =>
    kept(part).flatMap(({ id }) => {
      const booking = shown.get(id)
      return booking ? [lineOf(db, now, machines.get(booking.machineId), booking)] : []
    })
  return {
    overdue: lines('overdue'),
    notFetched: lines('notFetched'),
    goingOut: lines('goingOut'),
    dueBack: lines('dueBack'),
  }
}

function lineOf(
  db: ReadDb,
  { nowMs, calendar }: Now,
  machine: ShownMachine | undefined,
  booking: ShownBooking,
): DayLine {
  const { id, machineId, status } = booking
  const stored = readBooking(db, id)
  const isOut = status === 'in-use'
  return {
    booking,
    type: machine?.type ?? '',
    stays: machine?.stays ?? false,
    price: stored ? priceOf(db, stored, calendar) : null,
    next: isOut ? readNextOfMachine(db, machineId, nowMs, nowMs + NEXT_WITHIN_MS) : null,
  }
}
