import { decideSeasons, decideWeek } from '#booking/hours/week'
import { updateSettings } from '#db/write/settings'
import { keepAllOpenBlocks } from '../bookings/open-blocks.ts'
import { changeRecord } from '../law/change-record.ts'
import { command } from '../law/command.ts'
import { findRecord } from '../law/record.ts'
import { settingsRecord } from '../settings/record.ts'
import { freesTime } from '../waiting/frees-time.ts'

const { id: SETTINGS_ID } = settingsRecord.only

/**
 * Sets the opening hours, the seasons, and what closed days mean for bookings (B3). What is late or under repair lasts
 * until the new closing.
 */
export const setHours = {
  ...freesTime(
    command('hours.set', (context, { week, seasons, publicHolidays, closed, version }) => {
      const decision = week ? decideWeek(week) : { ok: true as const }
      if (!decision.ok) return decision
      const ordered = decideSeasons(seasons ?? [])
      if (!ordered.ok) return ordered
      const found = findRecord(context.tx, settingsRecord, { id: SETTINGS_ID, version })
      if (!found.ok) return found
      const changed = changeRecord(context, settingsRecord, SETTINGS_ID, () =>
        updateSettings(context.tx, {
          hours: {
            ...(week && { week }),
            ...(seasons && { seasons }),
            ...(publicHolidays !== undefined && { publicHolidays }),
            ...(closed && { closed }),
          },
        }),
      )
      keepAllOpenBlocks(context)
      return changed
    }),
  ),
  on: settingsRecord,
}
