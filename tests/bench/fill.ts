import { join } from 'node:path'
import type { BookingStatus } from '#booking/bookings/status'
import { findableText } from '#booking/members/find-member'
import { intervalOf, type Period } from '#booking/time/period'
import { periodColumns } from '#db/period-columns'
import { writing } from '#db/transaction'
import { insertBooking } from '#db/write/bookings'
import { insertMachine, insertType } from '#db/write/machines'
import { insertMember } from '#db/write/members'
import type { Office } from '#office/office'
import { seeded, seededIds } from '#office/sample/seeded'
import { calendar, closeBenchOffice, MANAGER, NOW_MS, openBenchOffice } from './bench-office.ts'
import { FILLED_AHEAD, firstDayFor, isByDays, plannedOn } from './plan.ts'

export const MEMBERS = 500
const MOST_MACHINES = 200
const MACHINES_OF_A_TYPE = 20
/** Of one machine in the days ahead. A small file has fewer machines, not emptier ones. */
const BOOKINGS_AHEAD = 50

const idOf = (kind: string, number: number) =>
  `01900000-0000-7000-${kind}-${number.toString(16).padStart(12, '0')}`
export const machineId = (machine: number) => idOf('8001', machine)
export const memberId = (member: number) => idOf('8002', member)

export function machinesFor(count: number): number {
  return Math.min(MOST_MACHINES, Math.ceil(count / BOOKINGS_AHEAD))
}

/** Makes a file of `count` bookings, oldest first, as an office's grows. */
export async function filledOffice(folder: string, count: number): Promise<Office> {
  const office = openBenchOffice(join(folder, `office-${count}.db`))
  const machines = machinesFor(count)
  fill(office, ({ addMachine, addBooking }) => {
    for (let machine = 0; machine < machines; machine++) {
      // Machines of one type are booked alike: those by days, then those by slots.
      const type = 2 * Math.floor(machine / (2 * MACHINES_OF_A_TYPE)) + (machine % 2)
      addMachine(machine, { type, byDays: isByDays(machine) })
    }
    let left = count
    for (let offset = firstDayFor(count, machines); left > 0 && offset <= FILLED_AHEAD; offset++) {
      for (let machine = 0; machine < machines; machine++) {
        for (const { period, status } of plannedOn(machine, offset)) {
          if (left-- > 0) addBooking(machine, { period, status })
        }
      }
    }
  })
  return reopened(office)
}

/** Nothing of the file is in SQLite's cache or in its log. */
export async function reopened(office: Office): Promise<Office> {
  await closeBenchOffice(office)
  return openBenchOffice(office.file.path)
}

export type Adding = {
  addMachine(machine: number, as: { type: number; byDays: boolean; capacity?: number }): void
  addBooking(machine: number, as: { period: Period; status?: BookingStatus }): void
}

/** Writes rows past the commands, unsynced, in one transaction; the guard of the file looks at each. */
export function fill(
  office: Office,
  add: (adding: Adding) => void,
  { members = MEMBERS, nameOf = (member: number) => `Member ${member}` } = {},
): void {
  const { sqlite } = office.file
  sqlite.pragma('synchronous = OFF')
  writing(office.file, tx => {
    for (let member = 0; member < members; member++) {
      const [name, number] = [nameOf(member), `M-${member}`]
      const phone = `0917 000 ${String(member).padStart(4, '0')}`
      const searchKey = findableText({ name, number })
      insertMember(tx, { id: memberId(member), number, name, phone, searchKey, verified: true })
    }
    const types = new Set<number>()
    let requestedMs = 0
    const ids = seededIds(seeded(1), () => requestedMs)
    let made = 0
    add({
      addMachine(machine, { type, byDays, capacity = 1 }) {
        const typeId = idOf('8003', type)
        if (!types.has(type)) insertType(tx, { id: typeId, name: `Type ${type}` })
        types.add(type)
        const bookingMode = byDays ? 'days' : 'time'
        insertMachine(tx, {
          id: machineId(machine),
          typeId,
          name: `Machine ${machine}`,
          bookingMode,
          capacity,
        })
      },
      addBooking(machine, { period, status = 'approved' }) {
        const interval = intervalOf(period, calendar)
        requestedMs = Math.min(interval.startMs - 10 * 86_400_000, NOW_MS)
        insertBooking(tx, {
          id: ids.newId(),
          machineId: machineId(machine),
          memberId: memberId(made++ % members),
          status,
          ...periodColumns(period, interval),
          units: 1,
          pendingBlocks: true,
          bufferBeforeMs: 0,
          bufferAfterMs: 0,
          purpose: 'Ploughing the lower field',
          requestedBy: MANAGER.id,
          requestedMs,
        })
      },
    })
  })
  sqlite.pragma('synchronous = FULL')
}
