import { decidePeriod, type MachineFacts } from '#booking/bookings/decide-booking'
import { endOfDay } from '#booking/time/calendar'
import { addDays } from '#booking/time/day'
import type { Period } from '#booking/time/period'
import type { Begin } from './next-free.ts'
import type { Asked } from './slots.ts'

type Request = { readonly machine: MachineFacts; readonly units: number; readonly period: Period }

/** Whether this person may request a time, if it is free. */
export function mayRequest({ machine, units, period }: Request, asked: Asked): boolean {
  return decidePeriod({ period, units }, { ...asked, machine, blocks: [] }).ok
}

/**
 * When this person's booking may begin: today as a walk-in, and after the notice period. Between them there may be days
 * that cannot be requested. Of whole days, today counts although it has begun.
 */
export function mayBegin({ bookingMode, rules }: MachineFacts, asked: Asked): Begin[] {
  const { nowMs, calendar, role } = asked
  const today = calendar.dayOf(nowMs)
  const nowOrTodayMs = bookingMode === 'days' ? calendar.startOfDay(today) : nowMs
  const afterNoticeMs = calendar.startOfDay(addDays(today, rules.minNoticeDays))
  if (afterNoticeMs <= nowOrTodayMs) return [{ fromMs: nowOrTodayMs }]
  const later = { fromMs: afterNoticeMs }
  const isWalkIn = rules.walkInRoles.includes(role)
  return isWalkIn ? [{ fromMs: nowOrTodayMs, untilMs: endOfDay(calendar, today) }, later] : [later]
}
