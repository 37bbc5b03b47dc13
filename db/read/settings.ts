import { type BookingRules, withinLimits } from '#booking/settings/rules'
import { ROLES } from '#booking/users/roles'
import { preparedSql, type ReadDb } from '../file.ts'
import { isOneOf, textsIn } from '../odd-values.ts'

export type OfficeSettings = {
  version: number
  sample: boolean
  office: { name: string; address: string; timeZone: string }
  rules: BookingRules
  sessions: { nearlyFullPercent: number }
}

type SettingsColumns = {
  version: number
  sample: number
  officeName: string
  officeAddress: string
  timeZone: string
  minNoticeDays: number
  maxDays: number
  horizonDays: number
  walkInRoles: string
  nearlyFullPercent: number
}

const theSettings = preparedSql<object, SettingsColumns>(`
  SELECT version, sample, office_name AS officeName, office_address AS officeAddress, time_zone AS timeZone,
    min_notice_days AS minNoticeDays, max_days AS maxDays, horizon_days AS horizonDays, walk_in_roles AS walkInRoles,
    nearly_full_percent AS nearlyFullPercent
  FROM settings`)

/** The office's settings; undefined before the first run. */
export function readSettings(db: ReadDb): OfficeSettings | undefined {
  const row = theSettings(db).get({})
  if (!row) return undefined
  return {
    version: row.version,
    sample: row.sample === 1,
    office: { name: row.officeName, address: row.officeAddress, timeZone: row.timeZone },
    rules: withinLimits({
      minNoticeDays: row.minNoticeDays,
      maxDays: row.maxDays,
      horizonDays: row.horizonDays,
      // Nobody gets a right by a role that Araro does not know.
      walkInRoles: (textsIn(row.walkInRoles) ?? []).filter(role => isOneOf(ROLES, role)),
    }),
    sessions: { nearlyFullPercent: row.nearlyFullPercent },
  }
}
