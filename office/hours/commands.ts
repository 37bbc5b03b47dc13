import { decideWeek } from '#booking/hours/week'
import { updateSettings } from '#db/write/settings'
import { keepAllOpenBlocks } from '../bookings/open-blocks.ts'
import { changeRecord } from '../law/change-record.ts'
import { command } from '../law/command.ts'
import { findRecord } from '../law/record.ts'
import { settingsRecord } from '../settings/record.ts'

const { id: SETTINGS_ID } = settingsRecord.only

/** Sets the opening hours of each day of the week (B3). What is late or under repair lasts until the new closing. */
export const setHours = {
  ...command('hours.set', (context, { week, version }) => {
    const decision = decideWeek(week)
    if (!decision.ok) return decision
    const found = findRecord(context.tx, settingsRecord, { id: SETTINGS_ID, version })
    if (!found.ok) return found
    const changed = changeRecord(context, settingsRecord, SETTINGS_ID, () =>
      updateSettings(context.tx, { hours: { week } }),
    )
    keepAllOpenBlocks(context)
    return changed
  }),
  on: settingsRecord,
}
