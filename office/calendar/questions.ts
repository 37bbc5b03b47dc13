import { type ComingBooking, comingUp } from '#booking/machines/coming-up'
import { addDays } from '#booking/time/day'
import type { Interval } from '#booking/time/interval'
import type { MachineToday } from '#calls/calendar'
import { listMachines } from '#db/read/machines'
import { readSessionTimes } from '#db/read/sessions'
import { readNotYetOut } from '#db/read/today'
import { reading } from '#db/transaction'
import { openCalendar } from '../law/open-calendar.ts'
import { type Office, settingsNow } from '../office.ts'
import { byMachine, machineTimes } from './free-times.ts'

/** A machine that is booked up for longer is free "later". */
const SEARCHED_DAYS = 60
/** What comes later is not said to come next. */
const LOOKED_AHEAD_DAYS = 30

/** What each machine in service does besides being out: who takes it next, who has asked for it, and when it is free. */
export function machinesToday(office: Office): MachineToday[] {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const calendar = openCalendar(db, settings)
    const nowMs = office.clock.nowMs()
    const today = calendar.dayOf(nowMs)
    const aheadMs = calendar.startOfDay(addDays(today, LOOKED_AHEAD_DAYS))
    const machines = listMachines(db, settings, nowMs, today).filter(
      machine => machine.status !== 'out-of-service',
    )
    const bookings = byMachine(readNotYetOut(db, nowMs, aheadMs))
    const sessions = byMachine(readSessionTimes(db, nowMs, aheadMs))
    const times = machineTimes(db, machines, { nowMs, calendar }, SEARCHED_DAYS)
    return [...times].map(([machineId, { loads, beyond, away, free }]) => {
      // Only maintenance and sessions take a machine whole.
      const held = sessions.get(machineId) ?? []
      const isSession = (load: Interval) =>
        held.some(one => one.startMs === load.startMs && one.endMs === load.endMs)
      const repairs = loads.filter(load => load.whole && load.startMs < aheadMs && !isSession(load))
      const coming = comingUp(bookings.get(machineId) ?? [], repairs, { nowMs, calendar })
      return {
        machineId,
        ...coming,
        maintenance: coming.maintenance && {
          ...coming.maintenance,
          openEnded: beyond.some(block => block.whole && block.startMs === coming.maintenance?.startMs),
        },
        next: named(coming.next),
        asked: named(coming.asked),
        unitsOut: away.reduce((sum, one) => sum + one.booking.units, 0),
        freeFromMs: free?.fromMs ?? null,
        freeUntilMs: free?.untilMs ?? null,
      }
    })
  })
}

function named(booking: ComingBooking | null) {
  return booking && { bookingId: booking.bookingId, memberName: booking.memberName, startMs: booking.startMs }
}
