import type { MachineFacts } from '#booking/bookings/decide-booking'
import { refuse } from '#booking/refusal'
import { addDays } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { listMachines, readMachine } from '#db/read/machines'
import { readLastTechnician } from '#db/read/maintenance-work'
import { reading } from '#db/transaction'
import { askedBy } from '../availability/asked.ts'
import type { Actor } from '../law/command.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { nextTimes } from './check.ts'
import { machinesDue } from './due.ts'

/** An answer names at most this many machines that are due. */
const MOST_DUE = 100

/** The machines that need maintenance now, and why. */
export function dueNow(office: Office) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const calendar = calendarOf(settings.office.timeZone)
    const nowMs = office.clock.nowMs()
    const machines = new Map(
      listMachines(db, settings, nowMs, calendar.dayOf(nowMs)).map(one => [one.id, one]),
    )
    const due = machinesDue(db, { nowMs, calendar, settings })
    return {
      due: due.slice(0, MOST_DUE).map(({ machineId, because }) => {
        const machine = machines.get(machineId)
        return { machineId, machineName: machine?.name ?? '', type: machine?.type ?? '', because }
      }),
      count: due.length,
    }
  })
}

/** What a form for the next maintenance of a machine begins with: why it is due, the next free day, and who did the last. */
export function proposeFor(office: Office, user: Actor, machineId: string) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const found = readMachine(db, machineId, settings)
    if (!found) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
    const because = machinesDue(db, { ...asked, settings }).find(one => one.machineId === machineId)?.because
    return {
      ok: true as const,
      because: because ?? [],
      period: nextFreeDay(db, found.facts, asked),
      technician: readLastTechnician(db, machineId),
    }
  })
}

/** The next whole day on which the machine is free, from tomorrow on; null if there is none within reach. */
function nextFreeDay(db: ReadDb, machine: MachineFacts, asked: Parameters<typeof nextTimes>[3]) {
  const tomorrow = addDays(asked.calendar.dayOf(asked.nowMs), 1)
  const [next] = nextTimes(db, machine, { kind: 'days', from: tomorrow, to: tomorrow }, asked)
  return next?.period ?? null
}
