import { readStoredMachine } from '#db/read/machines'
import { hasNoticeSince } from '#db/read/notices'
import { insertChange } from '#db/write/history'
import { SYSTEM } from '../law/run-command.ts'
import { calendarOf } from '../law/time-zone.ts'
import { machineRecord } from '../machines/record.ts'
import { tell } from '../notices/tell.ts'
import { type Office, settingsNow } from '../office.ts'
import { type Conflicts, scanOffice } from '../scan/scan.ts'

/**
 * Looks for conflicts (A13) and tells those who decide about bookings, once a day for each machine (G4). Runs when an
 * office is opened, beside everything else.
 */
export function lookForConflicts(office: Office): Promise<void> {
  return scanOffice(office)
    .then(conflicts => tellOf(office, conflicts))
    .catch(error => office.log.warn({ err: error }, 'the file could not be searched for conflicts'))
}

async function tellOf(office: Office, { overlaps, outTwice, occupancyWrong, found }: Conflicts) {
  const machineIds = new Set([...overlaps, ...outTwice, ...occupancyWrong].map(one => one.machineId))
  if (machineIds.size === 0) return
  office.log.warn(found, 'the scan found conflicts')
  await office.queue.write(tx => {
    const nowMs = office.clock.nowMs()
    const calendar = calendarOf(settingsNow(tx).office.timeZone)
    const todayMs = calendar.startOfDay(calendar.dayOf(nowMs))
    for (const id of machineIds) {
      // Windows that are open already read again what is to be settled.
      insertChange(tx, 'machine', id, readStoredMachine(tx, id)?.version ?? 1)
      if (hasNoticeSince(tx, { entity: 'machine', entityId: id, kind: 'conflict' }, todayMs)) continue
      tell({ tx, actor: SYSTEM, ids: office.ids, nowMs }, machineRecord, id, {
        kind: 'conflict',
        forThoseWhoMay: 'decide-bookings',
      })
    }
  })
}
