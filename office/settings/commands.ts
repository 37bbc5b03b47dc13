import { refuse } from '#booking/refusal'
import { DEFAULT_RULES } from '#booking/settings/rules'
import { may } from '#booking/users/roles'
import { readSettings } from '#db/read/settings'
import { insertSettings, updateSettings } from '#db/write/settings'
import { insertUser } from '#db/write/users'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandWith } from '../law/command.ts'
import { findRecord } from '../law/record.ts'
import { isTimeZone } from '../law/time-zone.ts'
import { nameKeyOf } from '../users/name-key.ts'
import { userRecord } from '../users/record.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { decideLogo } from './logo.ts'
import { settingsRecord } from './record.ts'

const { id: SETTINGS_ID } = settingsRecord.only

export const change = {
  ...freesTime(
    command('settings.change', (context, { settings: changed, version }) => {
      const { office } = changed
      const { tx, actor } = context
      if (office && !may(actor.role, 'set-office')) {
        return refuse({ reason: 'rights-needed', permission: 'set-office' })
      }
      if (office && !isTimeZone(office.timeZone)) {
        return refuse({ reason: 'unknown-time-zone', timeZone: office.timeZone })
      }
      if (office?.logo) {
        const logo = decideLogo(tx, office.logo)
        if (!logo.ok) return logo
      }
      const found = findRecord(tx, settingsRecord, { id: SETTINGS_ID, version })
      if (!found.ok) return found
      return changeRecord(context, settingsRecord, SETTINGS_ID, () => updateSettings(tx, changed))
    }),
  ),
  on: settingsRecord,
}

type FirstOffice = { commandId: string; officeName: string; timeZone: string; name: string; sample: boolean }

/** First run: creates the office's settings and its first administrator. Works only once. */
export const setUpOffice = commandWith(
  'setup.office',
  (passwordHash: string) =>
    (context, { officeName, timeZone, name, sample }: FirstOffice) => {
      const { tx, commandId: userId } = context
      if (readSettings(tx)) return refuse({ reason: 'already-set-up' })
      if (!isTimeZone(timeZone)) return refuse({ reason: 'unknown-time-zone', timeZone })
      const walkInRoles = [...DEFAULT_RULES.walkInRoles]
      addRecord(context, settingsRecord, SETTINGS_ID, () =>
        insertSettings(tx, { id: 1, sample, officeName, timeZone, ...DEFAULT_RULES, walkInRoles }),
      )
      addRecord(context, userRecord, userId, () =>
        insertUser(tx, { id: userId, name, nameKey: nameKeyOf(name), role: 'admin', password: passwordHash }),
      )
      return { ok: true }
    },
)
