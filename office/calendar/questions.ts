import { blocksOfMachineOut } from '#booking/availability/block'
import { firstFreeMs } from '#booking/availability/first-free'
import { addDays } from '#booking/time/day'
import type { MachineToday } from '#calls/calendar'
import { readMachineOut } from '#db/read/availability'
import { listMachines, type ShownMachine } from '#db/read/machines'
import { readLoadsOfAll, readNotYetOut } from '#db/read/today'
import { reading } from '#db/transaction'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'

/** A machine that is booked up for longer is free "later". */
const SEARCHED_DAYS = 60

/** What each machine in service does today besides being out: who takes it next, and when it is free. */
export function machinesToday(office: Office): MachineToday[] {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const calendar = calendarOf(settings.office.timeZone)
    const nowMs = office.clock.nowMs()
    const today = calendar.dayOf(nowMs)
    const startOfTodayMs = calendar.startOfDay(today)
    const tomorrowMs = calendar.startOfDay(addDays(today, 1))
    const untilMs = calendar.startOfDay(addDays(today, SEARCHED_DAYS))
    const loads = byMachine(readLoadsOfAll(db, startOfTodayMs, untilMs))
    const waiting = byMachine(readNotYetOut(db, nowMs, tomorrowMs))

    function todayOf(machine: ShownMachine): MachineToday {
      const { id, out } = machine
      const away = out.length === 0 ? [] : readMachineOut(db, id)
      const beyond = away.flatMap(one => blocksOfMachineOut(one, nowMs, calendar))
      const taken = [...(loads.get(id) ?? []), ...beyond]
      // Nobody knows when an overdue machine comes back.
      const unknown = out.some(one => one.overdue)
      const [next, ...more] = waiting.get(id) ?? []
      return {
        machineId: id,
        next: next ? { bookingId: next.bookingId, memberName: next.memberName, startMs: next.startMs } : null,
        more: more.length,
        unitsOut: away.reduce((sum, one) => sum + one.booking.units, 0),
        freeFromMs: unknown ? null : firstFreeMs({ ...machine, calendar, loads: taken, nowMs, untilMs }),
      }
    }
    return listMachines(db, settings, nowMs)
      .filter(machine => machine.status !== 'out-of-service')
      .map(todayOf)
  })
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
