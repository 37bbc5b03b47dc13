import type { UpkeepInHistory } from '#calls/settings'
import type { ReadDb, WriteTx } from '#db/file'
import { readShownBooking } from '#db/read/bookings'
import { countLapsedHolds } from '#db/read/holds'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { insertChange } from '#db/write/history'
import { newHitsOn } from '../bookings/hits.ts'
import { keepOpenBlocks, type Outdated, outdatedBlocks } from '../bookings/open-blocks.ts'
import { bookingRecord } from '../bookings/record.ts'
import { type CommandContext, command } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { runCommand, SYSTEM } from '../law/run-command.ts'
import { type Office, settingsNow } from '../office.ts'
import { goOn, isAnythingToDo } from '../waiting/offering.ts'
import { remind, remindersDue } from './reminders.ts'

/** How many holds had lapsed when it was seen that something is due: they are gone before the command begins. */
type Args = { commandId: string; holdsLapsed: number }

/**
 * Keeps shut, as `system`, what is out past its end or broken without a known end, rolls that forward while it lasts,
 * tells whom it hits, reminds of what is due back, late or in need of maintenance, and goes on with the waiting list
 * (H1). It depends on the clock alone, so that a week of hours and one step of a week end alike, and it completes
 * nothing. What it did is one line of the history.
 */
const run = command('upkeep.run', (context, { holdsLapsed }: Args) => {
  const kept = readMachinesThatMayLast(context.tx).flatMap(machineId => keepOpenBlocks(context, machineId))
  const late = kept.filter(block => block.kind === 'booking' && block.isNew)
  for (const block of late) sayItIsLate(context, block)
  // Until when each is shut is shown with it, and has changed without a new version: every window reads it again.
  for (const { kind, refId } of kept) insertChange(context.tx, kind, refId, 1)
  const reminders = remind(context)
  const offers = goOn(context.asSystem('waiting.offer'))
  sayWhatItDid(context, {
    holdsLapsed,
    offersEnded: offers.ended,
    offersMade: offers.made,
    wishesOver: offers.closed,
    keptShut: kept.length - late.length,
    late: late.length,
    reminders,
  })
  return { ok: true as const, kept: kept.length }
})

/** @returns how many open-ended blocks it told the file about; 0 if nothing had to be done */
export async function keepUp(office: Office): Promise<number> {
  const { db } = office.file
  const nowMs = office.clock.nowMs()
  const holdsLapsed = countLapsedHolds(db, nowMs)
  if (holdsLapsed === 0 && !isAnythingDue(db, nowMs)) return 0
  const answer = await runCommand(office, {
    command: run,
    args: { commandId: office.ids.newId(), holdsLapsed },
    actor: SYSTEM,
  })
  return answer.ok ? answer.kept : 0
}

/** Asked first, so that an hour in which nothing happened leaves no command behind. */
function isAnythingDue(db: ReadDb, nowMs: number): boolean {
  const settings = settingsNow(db)
  const calendar = openCalendar(db, settings)
  const reminders = remindersDue(db, { nowMs, calendar, settings })
  if (Object.values(reminders).some(due => due.length > 0)) return true
  if (isAnythingToDo({ tx: db as WriteTx, nowMs, settings, calendar })) return true
  return readMachinesThatMayLast(db).some(machineId => {
    const now = { nowMs, calendar }
    return outdatedBlocks(db, machineId, now).length > 0 || newHitsOn(db, machineId, now).length > 0
  })
}

/** The line stands with the settings, because it is about no single record. */
const UPKEEP_ID = '00000000-0000-0000-0000-000000000002'

/** Says only what there was of it. */
function sayWhatItDid(context: CommandContext, did: Required<UpkeepInHistory>): void {
  const after = Object.fromEntries(Object.entries(did).filter(([, count]) => count > 0))
  if (Object.keys(after).length === 0) return
  const { name } = context.settings.office
  context.record({ entity: 'settings', entityId: UPKEEP_ID, version: 1, title: name, before: {}, after })
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
