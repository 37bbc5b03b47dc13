import {
  type Reminder,
  reminderOfMaintenance,
  reminderOfOut,
  reminderOfPaper,
} from '#booking/notices/reminders'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { ReadDb } from '#db/file'
import { readLastReminders } from '#db/read/reminders'
import type { OfficeSettings } from '#db/read/settings'
import { readBookingsOut } from '#db/read/today'
import { bookingRecord } from '../bookings/record.ts'
import type { CommandContext } from '../law/command.ts'
import { machineRecord } from '../machines/record.ts'
import { machinesDue } from '../maintenance/due.ts'
import { tell } from '../notices/tell.ts'
import { paperRecord, papersToTell } from '../papers/papers.ts'

type Due = {
  readonly bookings: readonly ({ id: string } & Reminder<'due-tomorrow' | 'overdue'>)[]
  readonly machines: readonly ({ id: string } & Reminder<'maintenance-due'>)[]
  readonly papers: readonly ({ id: string } & Reminder<'paper-expiring' | 'paper-expired'>)[]
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
  const needed = machinesDue(db, { nowMs, calendar, settings })
  const machines = needed.map(({ machineId }) => ({
    id: machineId,
    ...reminderOfMaintenance(nowMs, calendar),
  }))
  const papers = papersToTell(db, { nowMs, calendar, settings }).map(({ id, expired }) => ({
    id,
    ...reminderOfPaper(expired),
  }))
  return {
    bookings: bookings.filter(isNew),
    machines: machines.filter(isNew),
    papers: papers.filter(isNew),
  }
}

/**
 * Gives the reminders that are due (G1): of what is due back and late to all who enter bookings, of maintenance to all
 * who plan it, of papers to all who keep machines.
 * @returns how many
 */
export function remind(context: CommandContext): number {
  const { bookings, machines, papers } = remindersDue(context.tx, context)
  for (const { id, kind } of bookings) {
    tell(context, bookingRecord, id, { kind, forThoseWhoMay: 'enter-bookings' })
  }
  for (const { id, kind } of machines) {
    tell(context, machineRecord, id, { kind, forThoseWhoMay: 'keep-maintenance' })
  }
  for (const { id, kind } of papers) {
    tell(context, paperRecord, id, { kind, forThoseWhoMay: 'keep-machines' })
  }
  return bookings.length + machines.length + papers.length
}
