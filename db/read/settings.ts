import { BATCH_ORDERS, type BatchOrder } from '#booking/batches/state'
import type { ClosedRules, Hours, Season, Week } from '#booking/hours/opening-hours'
import { areHours } from '#booking/hours/week'
import { SUSPEND_AFTER_DAYS } from '#booking/members/owing'
import { PAPER_DAYS, type PaperRules } from '#booking/papers/papers'
import { type BookingRules, withinLimits } from '#booking/settings/rules'
import { MAINTENANCE_AFTER_LIMITS, type MaintenanceAfter } from '#booking/today/figures'
import { ROLES } from '#booking/users/roles'
import { OFFER_MINUTES } from '#booking/waiting/offer-time'
import { preparedSql, type ReadDb } from '../file.ts'
import { isOneOf, isStoredDay, listIn, textsIn } from '../odd-values.ts'

export type OfficeNamed = {
  name: string
  address: string
  timeZone: string
  /** On its papers: the hash of a photo; null if there is none. */
  logo: string | null
  /** What stands below the address on its papers, such as a registration number. */
  paperLines: string
}

export type OfficeSettings = {
  version: number
  sample: boolean
  office: OfficeNamed
  rules: BookingRules
  /** `week`: null until somebody sets the opening hours. */
  hours: {
    week: Week | null
    seasons: readonly Season[]
    /** Whether public holidays close the office. */
    publicHolidays: boolean
    closed: ClosedRules
  }
  /** How long an offer from the waiting list lasts, in minutes in which the cooperative's office is open. */
  offers: { minutes: number }
  /** After how many completed bookings within how many days a machine needs maintenance. */
  maintenance: MaintenanceAfter
  sessions: { nearlyFullPercent: number }
  /** In which order the shares of a batch are taken. */
  batches: { order: BatchOrder }
  members: { lastJobFirst: boolean }
  /** So many days before a paper expires it is told; and whether an expired one keeps its machine from going out. */
  machinePapers: PaperRules
  /** After how many days of owing a suspension is suggested; null: never. */
  owing: { suspendAfterDays: number | null }
}

type SettingsColumns = {
  version: number
  sample: number
  officeName: string
  officeAddress: string
  timeZone: string
  logo: string | null
  paperLines: string
  minNoticeDays: number
  maxDays: number
  horizonDays: number
  walkInRoles: string
  openingHours: string | null
  seasons: string
  publicHolidays: number
  spanClosed: number
  startClosed: number
  withinHours: number
  offerMinutes: number
  maintenanceBookings: number
  maintenanceDays: number
  nearlyFullPercent: number
  lastJobFirst: number
  batchOrder: string
  paperDays: number
  papersRefuse: number
  suspendAfterDays: number | null
}

const theSettings = preparedSql<object, SettingsColumns>(`
  SELECT version, sample, office_name AS officeName, office_address AS officeAddress, time_zone AS timeZone,
    logo, paper_lines AS paperLines,
    min_notice_days AS minNoticeDays, max_days AS maxDays, horizon_days AS horizonDays, walk_in_roles AS walkInRoles,
    opening_hours AS openingHours, seasons, public_holidays AS publicHolidays,
    span_closed AS spanClosed, start_closed AS startClosed, within_hours AS withinHours,
    offer_minutes AS offerMinutes,
    maintenance_bookings AS maintenanceBookings, maintenance_days AS maintenanceDays,
    nearly_full_percent AS nearlyFullPercent, last_job_first AS lastJobFirst,
    batch_order AS batchOrder, paper_days AS paperDays, papers_refuse AS papersRefuse,
    suspend_after_days AS suspendAfterDays
  FROM settings`)

/** The office's settings; undefined before the first run. */
export function readSettings(db: ReadDb): OfficeSettings | undefined {
  const row = theSettings(db).get({})
  if (!row) return undefined
  return {
    version: row.version,
    sample: row.sample === 1,
    office: {
      name: row.officeName,
      address: row.officeAddress,
      timeZone: row.timeZone,
      logo: row.logo,
      paperLines: row.paperLines,
    },
    rules: withinLimits({
      minNoticeDays: row.minNoticeDays,
      maxDays: row.maxDays,
      horizonDays: row.horizonDays,
      // Nobody gets a right by a role that Araro does not know.
      walkInRoles: (textsIn(row.walkInRoles) ?? []).filter(role => isOneOf(ROLES, role)),
    }),
    hours: {
      week: weekIn(row.openingHours),
      seasons: seasonsIn(row.seasons),
      publicHolidays: row.publicHolidays === 1,
      closed: {
        span: row.spanClosed === 1,
        startOrEnd: row.startClosed === 1,
        withinHours: row.withinHours === 1,
      },
    },
    offers: { minutes: within(row.offerMinutes, OFFER_MINUTES) },
    maintenance: {
      bookings: within(row.maintenanceBookings, MAINTENANCE_AFTER_LIMITS.bookings),
      days: within(row.maintenanceDays, MAINTENANCE_AFTER_LIMITS.days),
    },
    sessions: { nearlyFullPercent: row.nearlyFullPercent },
    batches: { order: isOneOf(BATCH_ORDERS, row.batchOrder) ? row.batchOrder : 'arrival' },
    members: { lastJobFirst: row.lastJobFirst === 1 },
    machinePapers: { days: within(row.paperDays, PAPER_DAYS), refuse: row.papersRefuse === 1 },
    owing: {
      suspendAfterDays:
        row.suspendAfterDays === null ? null : within(row.suspendAfterDays, SUSPEND_AFTER_DAYS),
    },
  }
}

function within(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, value))
}

/** The last value of a column with JSON that every question needs and that seldom changes. */
function readOnce<Value>(read: (json: string) => Value) {
  let last: { json: string; value: Value } | undefined
  return (json: string): Value => {
    if (last?.json !== json) last = { json, value: read(json) }
    return last.value
  }
}

const weekOf = readOnce(json => {
  const week = listIn(json)
  return isWeek(week) ? week : null
})

/** Hours that another program wrote, and that are none, count as not set. */
function weekIn(json: string | null): Week | null {
  return json === null ? null : weekOf(json)
}

/** A season that another program wrote, and that is none, is left out. */
const seasonsIn = readOnce(json => (listIn(json) ?? []).filter(isSeason))

function isSeason(value: unknown): value is Season {
  if (typeof value !== 'object' || value === null) return false
  const { name, from, to, week } = value as { [Key in keyof Season]?: unknown }
  const isDay = (day: unknown) => typeof day === 'string' && isStoredDay(day)
  return typeof name === 'string' && isDay(from) && isDay(to) && isWeek(week)
}

function isWeek(value: unknown): value is Week {
  return Array.isArray(value) && value.length === 7 && value.every(isDay)
}

function isDay(value: unknown): value is Hours[] {
  return (
    Array.isArray(value) && value.every(one => typeof one === 'object' && one !== null) && areHours(value)
  )
}
