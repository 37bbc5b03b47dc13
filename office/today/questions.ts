import { endOfDay } from '#booking/time/calendar'
import { addDays, type LocalDay } from '#booking/time/day'
import { may } from '#booking/users/roles'
import type { DayAnswer } from '#calls/today'
import type { ReadDb } from '#db/file'
import { listMachines } from '#db/read/machines'
import { readShownMaintenance } from '#db/read/maintenance'
import { readToCollect } from '#db/read/payments'
import { countPending, readMaintenanceMeeting } from '#db/read/today'
import { reading } from '#db/transaction'
import { firstWaiting } from '../bookings/waiting.ts'
import type { Actor } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { type Office, settingsNow } from '../office.ts'
import { firstToSettle } from '../settling/first-to-settle.ts'
import { type DayList, linesOf, listOfDay, type Machines } from './day-list.ts'
import { freeNow } from './free-now.ts'
import { runningOffers } from './offers.ts'

const FIRST_WAITING = 5
const FIRST_TO_SETTLE = 5
const FIRST_TO_COLLECT = 5
const MOST_OFFERS = 20
const MOST_DOWN = 100

/** What a day brings; without `asked`, today. */
export function dayOf(office: Office, user: Actor, asked: LocalDay | undefined): DayAnswer {
  return reading(office.file.db, () => {
    const { db } = office.file
    const now = nowOf(office)
    const { nowMs, today } = now
    const all = listMachines(db, now.settings, nowMs, today)
    const machines = new Map(all.map(machine => [machine.id, machine]))
    const day = asked ?? today
    const isToday = day === today
    const list = listOfDay(db, now, machines, day)
    const { free, nextMs } = isToday ? freeNow(db, all, now) : { free: [], nextMs: null }
    const settle = isToday
      ? firstToSettle(db, now, FIRST_TO_SETTLE, office.newestScan.inConflict())
      : { first: [], count: 0 }
    const running = isToday ? runningOffers(db, machines, MOST_OFFERS) : { offers: [], count: 0 }
    const collect = isToday ? toCollect(db) : { lines: [], count: 0 }
    const mayDecide = isToday && may(user.role, 'decide-bookings')
    return {
      day,
      today,
      nowMs,
      changesAtMs: isToday ? nextChange(now, list, nextMs) : null,
      counts: {
        overdue: list.overdue.length,
        notFetched: list.notFetched.length,
        goingOut: list.goingOut.length,
        dueBack: list.dueBack.length,
        freeNow: free.length,
        waiting: mayDecide ? countPending(db) : 0,
        settle: settle.count,
        offers: running.count,
        collect: collect.count,
      },
      ...linesOf(db, now, machines, list),
      tomorrow: isToday ? dayAfter(db, now, machines) : null,
      free,
      waiting: mayDecide ? firstWaiting(db, now, FIRST_WAITING) : [],
      settle: settle.first.map(({ booking, settling }) => ({
        ...settling,
        booking,
        type: machines.get(booking.machineId)?.type ?? '',
      })),
      offers: running.offers,
      collect: collect.lines,
      down: downOn(db, now, machines, day),
    }
  })
}

/** Deposits first, because their machines have not gone out yet. */
function toCollect(db: ReadDb) {
  const [deposit, rest] = [
    readToCollect(db, 'deposit', FIRST_TO_COLLECT),
    readToCollect(db, 'rest', FIRST_TO_COLLECT),
  ]
  return { lines: [...deposit.lines, ...rest.lines], count: deposit.count + rest.count }
}

type Now = ReturnType<typeof nowOf>

function nowOf({ file: { db }, clock }: Office) {
  const settings = settingsNow(db)
  const calendar = openCalendar(db, settings)
  const nowMs = clock.nowMs()
  return { settings, calendar, nowMs, today: calendar.dayOf(nowMs) }
}

/** The maintenance of a day. */
function downOn(db: ReadDb, { calendar, nowMs, today }: Now, machines: Machines, day: LocalDay) {
  const fromMs = day === today ? nowMs : calendar.startOfDay(day)
  return readMaintenanceMeeting(db, fromMs, endOfDay(calendar, day), MOST_DOWN).flatMap(id => {
    const maintenance = readShownMaintenance(db, id)
    return maintenance ? [{ maintenance, type: machines.get(maintenance.machineId)?.type ?? '' }] : []
  })
}

function dayAfter(db: ReadDb, now: Now, machines: Machines): DayAnswer['tomorrow'] {
  const day = addDays(now.today, 1)
  const { goingOut, dueBack } = linesOf(db, now, machines, listOfDay(db, now, machines, day))
  return { day, goingOut, dueBack }
}

/** When today's list changes although nobody does anything: the next end, the next free time, or midnight. */
function nextChange({ nowMs, calendar, today }: Now, list: DayList, freeMs: number | null): number {
  const ends = [...list.goingOut, ...list.dueBack].map(booking => booking.endMs)
  const later = [...ends, ...(freeMs === null ? [] : [freeMs])].filter(ms => ms > nowMs)
  return Math.min(endOfDay(calendar, today), ...later)
}
