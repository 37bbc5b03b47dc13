import { DAY_MS, MINUTE_MS, utcMsOfDay } from '#booking/time/day'
import type { Interval } from '#booking/time/interval'
import type { Period } from '#booking/time/period'
import { instantOr, isInstant, isStoredDay } from './odd-values.ts'

/** The columns for a period, as the tables store them. */
export type PeriodColumns = {
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
}

/** The period as people say it. If the stored days are not days, the period is by clock time. */
export function periodOf(row: PeriodColumns): Period {
  const { fromDay: from, toDay: to, startMs, endMs } = row
  if (from !== null && to !== null && isStoredDay(from) && isStoredDay(to)) return { kind: 'days', from, to }
  return { kind: 'time', startMs: instantOr(startMs, 0), endMs: instantOr(endMs, 0) }
}

/** Whether `periodOf` gives the period that is stored. */
export function isReadablePeriod({ fromDay, toDay, startMs, endMs }: PeriodColumns): boolean {
  if (!isInstant(startMs) || !isInstant(endMs)) return false
  if (fromDay === null || toDay === null) return fromDay === toDay
  return isStoredDay(fromDay) && isStoredDay(toDay)
}

/**
 * The columns for a period that covers `interval`. Offsets are in minutes ahead of UTC, computed from local
 * midnight: where clocks go forward across midnight, the instant's own offset would give another day.
 */
export function periodColumns(period: Period, interval: Interval) {
  const { startMs, endMs } = interval
  if (period.kind === 'time')
    return { startMs, endMs, fromDay: null, toDay: null, fromOffset: null, toOffset: null }
  return {
    startMs,
    endMs,
    fromDay: period.from,
    toDay: period.to,
    fromOffset: (utcMsOfDay(period.from) - startMs) / MINUTE_MS,
    toOffset: (utcMsOfDay(period.to) + DAY_MS - endMs) / MINUTE_MS,
  }
}
