import { addDays } from '#booking/time/day'
import { daysUsed, FIGURE_DAYS } from '#booking/today/figures'
import type { FiguresAnswer } from '#calls/today'
import { readBookedTime } from '#db/read/figures'
import { listMachines } from '#db/read/machines'
import { countPending } from '#db/read/today'
import { reading } from '#db/transaction'
import { byMachine } from '../calendar/free-times.ts'
import { calendarOf } from '../law/time-zone.ts'
import { machinesDue } from '../maintenance/due.ts'
import { type Office, settingsNow } from '../office.ts'
import { papersToTell } from '../papers/papers.ts'
import type { Scanned } from '../scan/newest-scan.ts'
import { scanOffice } from '../scan/scan.ts'

const MOST_POPULAR = 5
const MOST_DUE = 10

/** The figures of the office for those who decide (F5): what is wrong, what waits, and how the machines are used. */
export async function figuresNow(office: Office): Promise<FiguresAnswer> {
  return figuresWith(office, await scanned(office))
}

/** What the newest scan found; while one runs, what it finds. */
async function scanned(office: Office): Promise<Scanned> {
  if (office.newestScan.answer() === null) await scanOffice(office)
  const newest = await office.newestScan.answer()
  if (!newest) throw new Error('the scan ended but is not there')
  return newest
}

function figuresWith(office: Office, { conflicts, checkedMs }: Scanned): FiguresAnswer {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const calendar = calendarOf(settings.office.timeZone)
    const nowMs = office.clock.nowMs()
    const today = calendar.dayOf(nowMs)
    const todayMs = calendar.startOfDay(today)
    const machines = listMachines(db, settings, nowMs, today).filter(one => one.status !== 'out-of-service')
    const byId = new Map(machines.map(machine => [machine.id, machine]))
    const named = (machineId: string) => {
      const machine = byId.get(machineId)
      return { machineId, machineName: machine?.name ?? '', type: machine?.type ?? '' }
    }

    const fromMs = calendar.startOfDay(addDays(today, -FIGURE_DAYS))
    const booked = byMachine(readBookedTime(db, fromMs, todayMs))
    const popular = [...booked]
      .map(([machineId, all]) => ({
        ...named(machineId),
        bookings: all.filter(one => one.startMs >= fromMs).length,
      }))
      .filter(one => one.bookings > 0)
      .sort((a, b) => b.bookings - a.bookings || (a.machineName < b.machineName ? -1 : 1))
    const rule = settings.maintenance
    const papers = papersToTell(db, { nowMs, calendar, settings })
    const due = machinesDue(db, { nowMs, calendar, settings })
    const use = machines.map(({ id, type }) => {
      const used = (booked.get(id) ?? []).filter(one => one.used)
      return { type, days: daysUsed(used, today, calendar) }
    })
    return {
      conflicts,
      checkedMs,
      pending: countPending(db),
      popular: popular.slice(0, MOST_POPULAR),
      maintenanceDue: due
        .slice(0, MOST_DUE)
        .map(({ machineId, completed, because }) => ({ ...named(machineId), completed, because })),
      maintenanceDueCount: due.length,
      papers: papers.slice(0, MOST_DUE),
      papersCount: papers.length,
      after: rule,
      days: FIGURE_DAYS,
      use: shares(use),
    }
  })
}

/** By type: on which share of the days a machine of it was used. */
function shares(use: readonly { type: string; days: number }[]): FiguresAnswer['use'] {
  const types = [...new Set(use.map(one => one.type))].sort()
  return types.map(type => {
    const own = use.filter(one => one.type === type)
    const used = own.reduce((sum, one) => sum + one.days, 0)
    return { type, machines: own.length, share: used / (own.length * FIGURE_DAYS) }
  })
}
