import { DAY_MS, MINUTE_MS, utcMsOfDay } from '#booking/time/day'
import type { Interval } from '#booking/time/interval'
import type { Period } from '#booking/time/period'

/** The columns for a period, as the tables store them. */
export type PeriodColumns = {
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
}

/** The period as people say it. */
export function periodOf(row: PeriodColumns): Period {
  if (row.fromDay !== null && row.toDay !== null) return { kind: 'days', from: row.fromDay, to: row.toDay }
  return { kind: 'time', startMs: row.startMs, endMs: row.endMs }
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
