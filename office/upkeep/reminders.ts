import { type Reminder, reminderOfMaintenance, reminderOfOut } from '#booking/notices/reminders'
import type { OfficeCalendar } from '#booking/time/calendar'
import { countedFromMs, dueForMaintenance } from '#booking/today/figures'
import type { ReadDb } from '#db/file'
import { readMachineUse } from '#db/read/figures'
import { readLastReminders } from '#db/read/reminders'
import type { OfficeSettings } from '#db/read/settings'
import { readBookingsOut } from '#db/read/today'
import { bookingRecord } from '../bookings/record.ts'
import type { CommandContext } from '../law/command.ts'
import { machineRecord } from '../machines/record.ts'
import { tell } from '../notices/tell.ts'

type Due = {
  readonly bookings: readonly ({ id: string } & Reminder<'due-tomorrow' | 'overdue'>)[]
  readonly machines: readonly ({ id: string } & Reminder<'maintenance-due'>)[]
}

type Now = {
  readonly nowMs: number
  readonly calendar: OfficeCalendar
  readonly settings: OfficeSettings
}

/** The reminders that nobody was given yet. */
export function remindersDue(db: ReadDb, { nowMs, calendar, settings }: Now): Due {
  const lastOf = readLastReminders(db)
  const isNew = ({ id, kind, sinceMs }: { id: string } & Reminder) => (lastOf(kind, id) ?? -1) < sinceMs
  const bookings = readBookingsOut(db).flatMap(out => {
    const reminder = reminderOfOut(out, nowMs, calendar)
    return reminder ? { id: out.id, ...reminder } : []
  })
  const rule = settings.maintenance
  const needed = dueForMaintenance(readMachineUse(db, countedFromMs(nowMs, rule), nowMs), rule)
  const machines = needed.map(({ machineId }) => ({
    id: machineId,
    ...reminderOfMaintenance(nowMs, calendar),
  }))
  return { bookings: bookings.filter(isNew), machines: machines.filter(isNew) }
}

/**
 * Gives the reminders that are due (G1): of what is due back and late to all who enter bookings, of maintenance to all
 * who plan it.
 * @returns how many
 */
export function remind(context: CommandContext): number {
  const { bookings, machines } = remindersDue(context.tx, context)
  for (const { id, kind } of bookings) {
    tell(context, bookingRecord, id, { kind, forThoseWhoMay: 'enter-bookings' })
  }
  for (const { id, kind } of machines) {
    tell(context, machineRecord, id, { kind, forThoseWhoMay: 'keep-maintenance' })
  }
  return bookings.length + machines.length
}
