import { QUOTA_COUNTS, QUOTA_PERIODS } from '#booking/quotas/kinds'
import { daysOf, type QuotaUse } from '#booking/quotas/quotas'
import { endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import type { LocalDay } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { isOneOf } from '#db/odd-values'
import { type NamedQuota, readUsed } from '#db/read/quotas'

/** What a member has used of a quota in the period in which a day lies; null if it lies in no season, or if the quota cannot be read. */
export function useOf(
  db: ReadDb,
  calendar: OfficeCalendar,
  quota: NamedQuota,
  day: LocalDay,
  { memberId, exceptId = null }: { memberId: string; exceptId?: string | null },
): (Omit<QuotaUse, 'wanted'> & { from: LocalDay }) | null {
  // One that cannot be read counts nothing; the list of quotas says so.
  if (!isOneOf(QUOTA_COUNTS, quota.counts) || !isOneOf(QUOTA_PERIODS, quota.per)) return null
  const days = daysOf(quota, day)
  if (!days) return null
  const within = {
    memberId,
    fromMs: calendar.startOfDay(days.from),
    toMs: endOfDay(calendar, days.to),
    exceptId,
  }
  const used = readUsed(db, quota, within, calendar)
  return { quota, type: quota.typeName, used, from: days.from, until: days.to }
}
