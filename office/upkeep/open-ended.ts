import type { ReadDb } from '#db/file'
import { readShownBooking } from '#db/read/bookings'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { newHitsOn } from '../bookings/hits.ts'
import { keepOpenBlocks, type Outdated, outdatedBlocks } from '../bookings/open-blocks.ts'
import { bookingRecord } from '../bookings/record.ts'
import { type CommandContext, command } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { runCommand, SYSTEM } from '../law/run-command.ts'
import { type Office, settingsNow } from '../office.ts'
import { remind, remindersDue } from './reminders.ts'

/**
 * Keeps shut, as `system`, what is out past its end or broken without a known end, rolls that forward while it lasts,
 * tells whom it hits, and reminds of what is due back, late or in need of maintenance. It depends on the clock alone, so that a week of hours and one step of a week end alike, and it
 * completes nothing.
 */
const keepUp = command('upkeep.run', (context, _: { commandId: string }) => {
  const kept = readMachinesThatMayLast(context.tx).flatMap(machineId => keepOpenBlocks(context, machineId))
  for (const block of kept) if (block.kind === 'booking' && block.isNew) sayItIsLate(context, block)
  return { ok: true as const, kept: kept.length, reminded: remind(context) }
})

/** @returns how many open-ended blocks it told the file about; 0 if nothing had to be done */
export async function keepUpOpenBlocks(office: Office): Promise<number> {
  if (!isAnythingDue(office.file.db, office.clock.nowMs())) return 0
  const answer = await runCommand(office, {
    command: keepUp,
    args: { commandId: office.ids.newId() },
    actor: SYSTEM,
  })
  return answer.ok ? answer.kept : 0
}

/** Asked first, so that an hour in which nothing happened leaves no command behind. */
function isAnythingDue(db: ReadDb, nowMs: number): boolean {
  const settings = settingsNow(db)
  const calendar = openCalendar(db, settings)
  const reminders = remindersDue(db, { nowMs, calendar, settings })
  if (reminders.bookings.length > 0 || reminders.machines.length > 0) return true
  return readMachinesThatMayLast(db).some(machineId => {
    const now = { nowMs, calendar }
    return outdatedBlocks(db, machineId, now).length > 0 || newHitsOn(db, machineId, now).length > 0
  })
}

function sayItIsLate(context: CommandContext, { refId, untilMs }: Outdated): void {
  const shown = readShownBooking(context.tx, refId, context.nowMs)
  if (!shown) throw new Error(`booking ${refId} is out but is not there`)
  context.record({
    entity: bookingRecord.entity,
    entityId: refId,
    version: shown.version,
    title: bookingRecord.title(shown),
    before: {},
    after: { shutUntilMs: untilMs },
  })
}
