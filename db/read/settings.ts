import type { BookingRules } from '#booking/rules'
import { prepared, type ReadDb } from '../file.ts'
import { settings } from '../schema.ts'

export type OfficeSettings = {
  version: number
  sample: boolean
  office: { name: string; address: string; timeZone: string }
  rules: BookingRules
}

const theSettings = prepared(db => db.select().from(settings).prepare())

/** The office's settings; undefined before the first run. */
export function readSettings(db: ReadDb): OfficeSettings | undefined {
  const row = theSettings(db).get()
  if (!row) return undefined
  return {
    version: row.version,
    sample: row.sample,
    office: { name: row.officeName, address: row.officeAddress, timeZone: row.timeZone },
    rules: {
      minNoticeDays: row.minNoticeDays,
      maxDays: row.maxDays,
      horizonDays: row.horizonDays,
      walkInRoles: row.walkInRoles,
    },
  }
}
