import { isOverdue } from '#booking/availability/block'
import { firstFree } from '#booking/availability/first-free'
import { isExpected } from '#booking/availability/open-ended'
import { type ComingBooking, comingUp } from '#booking/machines/coming-up'
import { addDays } from '#booking/time/day'
import type { MachineToday } from '#calls/calendar'
import { readMachineOut, readOpenRepairs } from '#db/read/availability'
import { listMachines, type ShownMachine } from '#db/read/machines'
import { readLoadsOfAll, readNotYetOut } from '#db/read/today'
import { reading } from '#db/transaction'
import { beyondPromises } from '../availability/slots.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'

/** A machine that is booked up for longer is free "later". */
const SEARCHED_DAYS = 60
/** What comes later is not said to come next. */
const LOOKED_AHEAD_DAYS = 30

/** What each machine in service does besides being out: who takes it next, who has asked for it, and when it is free. */
export function machinesToday(office: Office): MachineToday[] {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const calendar = calendarOf(settings.office.timeZone)
    const nowMs = office.clock.nowMs()
    const today = calendar.dayOf(nowMs)
    const startOfTodayMs = calendar.startOfDay(today)
    const aheadMs = calendar.startOfDay(addDays(today, LOOKED_AHEAD_DAYS))
    const untilMs = calendar.startOfDay(addDays(today, SEARCHED_DAYS))
    const loads = byMachine(readLoadsOfAll(db, startOfTodayMs, untilMs))
    const bookings = byMachine(readNotYetOut(db, nowMs, aheadMs))

    function todayOf(machine: ShownMachine): MachineToday {
      const { id, out } = machine
      const away = out.length === 0 ? [] : readMachineOut(db, id)
      const beyond = beyondPromises(db, id, {}, { nowMs, calendar })
      const own = loads.get(id) ?? []
      // Nobody knows when an overdue machine comes back, or when a repair without a known end is finished.
      const unknown =
        away.some(one => isOverdue(one.booking, nowMs) && !isExpected(one.expectedBackMs, nowMs)) ||
        readOpenRepairs(db, id).some(one => !isExpected(one.expectedEndMs, nowMs))
      const search = { ...machine, calendar, loads: [...own, ...beyond], nowMs, untilMs }
      const free = unknown ? null : firstFree(search)
      // Only maintenance takes a machine whole.
      const repairs = [...own, ...beyond].filter(load => load.whole && load.startMs < aheadMs)
      const coming = comingUp(bookings.get(id) ?? [], repairs, { nowMs, calendar })
      return {
        machineId: id,
        ...coming,
        next: named(coming.next),
        asked: named(coming.asked),
        unitsOut: away.reduce((sum, one) => sum + one.booking.units, 0),
        freeFromMs: free?.fromMs ?? null,
        freeUntilMs: free?.untilMs ?? null,
      }
    }
    return listMachines(db, settings, nowMs)
      .filter(machine => machine.status !== 'out-of-service')
      .map(todayOf)
  })
}

function named(booking: ComingBooking | null) {
  return booking && { bookingId: booking.bookingId, memberName: booking.memberName, startMs: booking.startMs }
}

function byMachine<One extends { machineId: string }>(all: readonly One[]): ReadonlyMap<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(one.machineId)
    if (group) group.push(one)
    else groups.set(one.machineId, [one])
  }
  return groups
}
