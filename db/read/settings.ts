import type { Hours, Week } from '#booking/hours/opening-hours'
import { areHours } from '#booking/hours/week'
import { type BookingRules, withinLimits } from '#booking/settings/rules'
import { MAINTENANCE_AFTER_LIMITS, type MaintenanceAfter } from '#booking/today/figures'
import { ROLES } from '#booking/users/roles'
import { OFFER_MINUTES } from '#booking/waiting/offer-time'
import { preparedSql, type ReadDb } from '../file.ts'
import { isOneOf, listIn, textsIn } from '../odd-values.ts'

export type OfficeSettings = {
  version: number
  sample: boolean
  office: { name: string; address: string; timeZone: string }
  rules: BookingRules
  /** `week`: null until somebody sets the opening hours. */
  hours: { week: Week | null }
  /** How long an offer from the waiting list lasts, in minutes in which the cooperative's office is open. */
  offers: { minutes: number }
  /** After how many completed bookings within how many days a machine needs maintenance. */
  maintenance: MaintenanceAfter
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
  openingHours: string | null
  offerMinutes: number
  maintenanceBookings: number
  maintenanceDays: number
  nearlyFullPercent: number
}

const theSettings = preparedSql<object, SettingsColumns>(`
  SELECT version, sample, office_name AS officeName, office_address AS officeAddress, time_zone AS timeZone,
    min_notice_days AS minNoticeDays, max_days AS maxDays, horizon_days AS horizonDays, walk_in_roles AS walkInRoles,
    opening_hours AS openingHours, offer_minutes AS offerMinutes,
    maintenance_bookings AS maintenanceBookings, maintenance_days AS maintenanceDays,
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
    hours: { week: weekIn(row.openingHours) },
    offers: { minutes: within(row.offerMinutes, OFFER_MINUTES) },
    maintenance: {
      bookings: within(row.maintenanceBookings, MAINTENANCE_AFTER_LIMITS.bookings),
      days: within(row.maintenanceDays, MAINTENANCE_AFTER_LIMITS.days),
    },
    sessions: { nearlyFullPercent: row.nearlyFullPercent },
  }
}

function within(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, value))
}

/** The hours as they were read last: every question needs them, and they seldom change. */
let lastRead: { json: string; week: Week | null } = { json: '', week: null }

/** Hours that another program wrote, and that are none, count as not set. */
function weekIn(json: string | null): Week | null {
  if (json === null) return null
  if (json !== lastRead.json) {
    const days = listIn(json)
    const week = days?.length === 7 && days.every(isDay) ? (days as Week) : null
    lastRead = { json, week }
  }
  return lastRead.week
}

function isDay(value: unknown): value is Hours[] {
  return (
    Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null) && areHours(value)
  )
}
