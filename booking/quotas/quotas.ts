import { type Decision, refuse } from '../refusal.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, type LocalDay, MINUTE_MS, utcMsOfDay } from '../time/day.ts'
import { calendarDays, type Period } from '../time/period.ts'
import type { QuotaCounts, QuotaPeriod } from './kinds.ts'

export type Quota = {
  readonly typeId: string | null
  readonly counts: QuotaCounts
  /** In whole bookings, minutes or square metres, so that sums are exact. */
  readonly most: number
  readonly per: QuotaPeriod
  /** The first and the last day of a season; null otherwise. */
  readonly fromDay: LocalDay | null
  readonly toDay: LocalDay | null
}

/** How many of the parts in which a quota is counted make one booking, hour or hectare. */
export const PARTS: { readonly [C in QuotaCounts]: number } = { bookings: 1, hours: 60, hectares: 10_000 }

/** How many hours a whole day counts. */
export const HOURS_OF_A_DAY = 8

/** The first and the last day of the week, month or season in which a day lies; null if it lies in no season. */
export function daysOf(quota: Quota, day: LocalDay): { from: LocalDay; to: LocalDay } | null {
  const { per, fromDay, toDay } = quota
  if (per === 'week') {
    const sinceMonday = (new Date(utcMsOfDay(day)).getUTCDay() + 6) % 7
    return { from: addDays(day, -sinceMonday), to: addDays(day, 6 - sinceMonday) }
  }
  if (per === 'month') {
    const from = `${day.slice(0, -2)}01`
    const inNext = addDays(from, 31)
    return { from, to: addDays(`${inNext.slice(0, -2)}01`, -1) }
  }
  const isIn = fromDay !== null && toDay !== null && fromDay <= day && day <= toDay
  return isIn ? { from: fromDay, to: toDay } : null
}

/** What a quota counts of a booking. */
export type Counted = {
  readonly period: Period
  /** As measured after the work, otherwise of the field that the booking names; 0 if it names none. */
  readonly squareMetres: number
}

/** How much a booking counts, in the parts of the quota. */
export function partsOf(
  counts: QuotaCounts,
  { period, squareMetres }: Counted,
  calendar: OfficeCalendar,
): number {
  if (counts === 'bookings') return 1
  if (counts === 'hectares') return squareMetres
  if (period.kind === 'days') return calendarDays(period, calendar) * HOURS_OF_A_DAY * PARTS.hours
  return Math.round((period.endMs - period.startMs) / MINUTE_MS)
}

/** A quota with what the member has used of it in the period in which the request begins. */
export type QuotaUse = {
  readonly quota: Quota
  /** The name of the quota's type; null if it is for any machine. */
  readonly type: string | null
  /** By other bookings than the one that is asked about. */
  readonly used: number
  readonly wanted: number
  /** What the booking that is changed counts already. No more than that is never refused. */
  readonly kept?: number
  readonly until: LocalDay
}

/** Whether a booking stays within every quota of its member (B4). The first that it does not is named. */
export function decideQuotas(memberName: string, uses: readonly QuotaUse[]): Decision {
  const reached = uses.find(
    ({ quota, used, wanted, kept = 0 }) => wanted > kept && used + wanted > quota.most,
  )
  if (!reached) return { ok: true }
  const { quota, type, used, wanted, until } = reached
  const { counts, most, per } = quota
  const inUnits = (parts: number) => parts / PARTS[counts]
  return refuse({
    reason: 'quota-reached',
    memberName,
    type,
    counts,
    used: inUnits(used),
    left: inUnits(Math.max(0, most - used)),
    limit: inUnits(most),
    wanted: inUnits(wanted),
    per,
    until,
  })
}

/** The booking of a member that came back last, if its price waits for its work to be measured. */
export type OpenJob = { bookingId: string; number: number; machineName: string; returnedMs: number }

/** B7: nothing new while the work of the last returned booking is not measured, if the cooperative wants it so. */
export function decideLastJob(isSet: boolean, memberName: string, open: OpenJob | null): Decision {
  return isSet && open ? refuse({ reason: 'last-job-open', memberName, ...open }) : { ok: true }
}
