import { daysOf, type QuotaUse } from '#booking/quotas/quotas'
import { endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import type { LocalDay } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { type NamedQuota, readUsed } from '#db/read/quotas'

/** What a member has used of a quota in the period in which a day lies; null if it lies in no season. */
export function useOf(
  db: ReadDb,
  calendar: OfficeCalendar,
  quota: NamedQuota,
  day: LocalDay,
  { memberId, exceptId = null }: { memberId: string; exceptId?: string | null },
): (Omit<QuotaUse, 'wanted'> & { from: LocalDay }) | null {
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
