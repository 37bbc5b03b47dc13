import type { Week } from '#booking/hours/opening-hours'
import type { OutputOf } from '#calls/contract'
import type { SettingsInHistory } from '#calls/settings'
import { type OfficeSettings, readSettings } from '#db/read/settings'
import { settings } from '#db/tables/settings'
import type { RecordKind } from '../law/record.ts'

type ShownSettings = OutputOf<'settings.get'>

/** The settings row has no UUID; the history and the change feed need an id. */
const SETTINGS_ID = '00000000-0000-0000-0000-000000000001'

export type StoredSettings = OfficeSettings & { id: string }

export function shownSettings({
  version,
  office,
  rules,
  offers,
  maintenance,
  hours,
  sessions,
  batches,
  members,
  machinePapers,
  owing,
}: OfficeSettings): ShownSettings {
  return {
    version,
    office,
    rules: { ...rules, walkInRoles: [...rules.walkInRoles] },
    offers,
    maintenance,
    hours: asShown(hours),
    sessions,
    batches,
    members,
    machinePapers,
    owing,
  }
}

/** When the office is open, as answers are typed. */
export function asShown({ week, seasons, publicHolidays, closed }: OfficeSettings['hours']) {
  return {
    week: week && asWritten(week),
    seasons: seasons.map(season => ({ ...season, week: asWritten(season.week) })),
    publicHolidays,
    closed: { ...closed },
  }
}

/** A copy that may be changed, as answers are typed. */
export function asWritten(week: Week): { fromMinutes: number; toMinutes: number }[][] {
  return week.map(hours => hours.map(one => ({ ...one })))
}

export const settingsRecord = {
  entity: 'settings',
  key: 'settings',
  table: settings,
  only: { id: SETTINGS_ID, rowId: 1 },
  stored(db) {
    const stored = readSettings(db)
    return stored && { id: SETTINGS_ID, ...stored }
  },
  // Reads the settings again, because the look may hold those from before the change.
  shown({ db }) {
    const stored = readSettings(db)
    return stored && shownSettings(stored)
  },
  title: shown => shown.office.name,
  said: ({
    office,
    rules,
    hours,
    offers,
    maintenance,
    sessions,
    batches,
    members,
    machinePapers,
    owing,
  }) => ({
    ...office,
    ...rules,
    ...sessions,
    batchOrder: batches.order,
    ...members,
    ...owing,
    openingHours: hours.week,
    seasons: hours.seasons,
    publicHolidays: hours.publicHolidays,
    spanClosed: hours.closed.span,
    startClosed: hours.closed.startOrEnd,
    withinHours: hours.closed.withinHours,
    offerMinutes: offers.minutes,
    maintenanceBookings: maintenance.bookings,
    maintenanceDays: maintenance.days,
    paperDays: machinePapers.days,
    papersRefuse: machinePapers.refuse,
  }),
} satisfies RecordKind<'settings', StoredSettings, ShownSettings, SettingsInHistory>
