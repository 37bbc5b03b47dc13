import type { OfficeCalendar } from '#booking/calendar'
import type { Interval } from '#booking/interval'
import type { Period } from '#booking/period'

/** The columns that say when, as the tables keep them. */
export type PeriodColumns = {
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
}

/** The period as people said it. */
export function periodOf(row: PeriodColumns): Period {
  if (row.fromDay !== null && row.toDay !== null) return { kind: 'days', from: row.fromDay, to: row.toDay }
  return { kind: 'time', startMs: row.startMs, endMs: row.endMs }
}

/** The columns for a period that covers `interval`; offsets in minutes ahead of UTC. */
export function periodColumns(period: Period, interval: Interval, calendar: OfficeCalendar) {
  const { startMs, endMs } = interval
  if (period.kind === 'time')
    return { startMs, endMs, fromDay: null, toDay: null, fromOffset: null, toOffset: null }
  return {
    startMs,
    endMs,
    fromDay: period.from,
    toDay: period.to,
    fromOffset: calendar.offsetMinutesAt(startMs),
    toOffset: calendar.offsetMinutesAt(endMs),
  }
}
