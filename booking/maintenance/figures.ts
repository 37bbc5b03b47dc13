import type { OfficeCalendar } from '../time/calendar.ts'
import type { Interval } from '../time/interval.ts'

/** One maintenance of a machine, as far as its figures need it. */
export type Kept = {
  /** The instant by which it counts: the end of the work, or its beginning if it is under way. */
  readonly atMs: number
  readonly costCentavos: number
  /** While it kept the machine from working; null for one that has not begun. */
  readonly down: Interval | null
}

export type MachineYear = {
  readonly year: number
  readonly count: number
  readonly costCentavos: number
  /** What the meter ran in this year, as far as it was read; null if it is not known. */
  readonly hours: number | null
  /** What an hour by the meter cost in maintenance. */
  readonly perHourCentavos: number | null
  /** The share of the year, as far as it has passed, in which the machine was down. */
  readonly downShare: number
}

/** How many years back the figures go. */
export const YEARS_OF_FIGURES = 5

type FiguresFacts = {
  readonly nowMs: number
  readonly calendar: Pick<OfficeCalendar, 'dayOf' | 'startOfDay'>
  /** Since when anything is known of the machine; earlier time does not count. */
  readonly knownSinceMs: number
  /** What the meter showed at an instant, at the latest reading by then, or at the first one; null if nobody read it. */
  readonly meterAt: (atMs: number) => number | null
}

/** What maintenance of a machine cost by calendar year, the newest first (D5). Years of which nothing is known are left out. */
export function figuresByYear(kept: readonly Kept[], facts: FiguresFacts): MachineYear[] {
  const { nowMs, calendar, knownSinceMs, meterAt } = facts
  const thisYear = yearOf(nowMs, calendar)
  const first = Math.max(yearOf(Math.min(knownSinceMs, nowMs), calendar), thisYear - YEARS_OF_FIGURES + 1)
  const years: MachineYear[] = []
  for (let year = thisYear; year >= first; year--) {
    const span = {
      startMs: Math.max(calendar.startOfDay(`${year}-01-01`), Math.min(knownSinceMs, nowMs)),
      endMs: Math.min(calendar.startOfDay(`${year + 1}-01-01`), nowMs),
    }
    const own = kept.filter(one => yearOf(one.atMs, calendar) === year)
    const costCentavos = own.reduce((sum, one) => sum + one.costCentavos, 0)
    const hours = ranBetween(meterAt(span.startMs), meterAt(span.endMs))
    const length = span.endMs - span.startMs
    const down = unionWithin(
      kept.flatMap(one => one.down ?? []),
      span,
    )
    years.push({
      year,
      count: own.length,
      costCentavos,
      hours,
      perHourCentavos: hours === null || hours <= 0 ? null : Math.round(costCentavos / hours),
      downShare: length <= 0 ? 0 : down / length,
    })
  }
  return years
}

/** A meter that was exchanged says nothing of what ran before. */
function ranBetween(before: number | null, after: number | null): number | null {
  if (after === null) return null
  if (before === null) return null
  const ran = Math.round((after - before) * 10) / 10
  return ran < 0 ? null : ran
}

/** How long at least one of the intervals lasts within a span: time in which two meet counts once. */
function unionWithin(intervals: readonly Interval[], span: Interval): number {
  const inside = intervals
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(startMs, span.startMs),
      endMs: Math.min(endMs, span.endMs),
    }))
    .filter(({ startMs, endMs }) => endMs > startMs)
    .sort((a, b) => a.startMs - b.startMs)
  let sum = 0
  let reached = span.startMs
  for (const { startMs, endMs } of inside) {
    if (endMs <= reached) continue
    sum += endMs - Math.max(startMs, reached)
    reached = endMs
  }
  return sum
}

function yearOf(ms: number, calendar: Pick<OfficeCalendar, 'dayOf'>): number {
  return Number(calendar.dayOf(ms).slice(0, 4))
}
