import { endOfDay, type OfficeCalendar } from '../time/calendar.ts'
import { addDays, daysInclusive, type LocalDay } from '../time/day.ts'
import type { Buffers, Interval } from '../time/interval.ts'
import { intervalOf, type Period } from '../time/period.ts'
import type { Load } from './load.ts'

export type Search = Buffers & {
  readonly calendar: OfficeCalendar
  readonly units: number
  readonly capacity: number
  /** Everything that takes the machine's time around the search, buffers included. */
  readonly loads: readonly Load[]
  /** The first and last instants at which a period may begin. */
  readonly earliestMs: number
  readonly latestMs: number
  /** The first instant, from one on, at which a period by clock time may begin. If not given, it may at each. */
  readonly startFrom?: (fromMs: number) => number
  /** For a period that may not be: the instant from which to look again. Null if it may be. If not given, each may. */
  readonly notThen?: (period: Period) => number | null
}

/** How many days after the requested one are searched at the same clock time. */
const SAME_TIME_DAYS = 30

/**
 * At most `count` free periods near the requested one. For whole days: the next free ones. For clock time: later on
 * the same day, then the same time on later days, and only then whatever is free next, so that a request for the
 * morning gets another morning before it gets midnight.
 */
export function nearestFreePeriods(wanted: Period, search: Search, count: number): Period[] {
  if (wanted.kind === 'days') return nextFreePeriods(wanted, search, count)
  const { calendar, earliestMs } = search
  const day = calendar.dayOf(wanted.startMs)
  const clockMs = wanted.startMs - calendar.startOfDay(day)
  const lengthMs = wanted.endMs - wanted.startMs
  const latestMs = Math.min(search.latestMs, endOfDay(calendar, day) - lengthMs)
  const found = nextFreePeriods(wanted, { ...search, latestMs }, count)
  for (let later = 1; later <= SAME_TIME_DAYS && found.length < count; later++) {
    const startMs = calendar.startOfDay(addDays(day, later)) + clockMs
    const meetsTheLast = found.some(one => one.kind === 'time' && one.endMs > startMs)
    if (meetsTheLast || startMs < earliestMs || startMs > search.latestMs) continue
    const there = { ...search, earliestMs: startMs, latestMs: startMs }
    found.push(...nextFreePeriods({ kind: 'time', startMs, endMs: startMs + lengthMs }, there, 1))
  }
  return found.length > 0 ? found : nextFreePeriods(wanted, search, count)
}

/**
 * At most `count` free periods of the requested length, none before the requested one and no two overlapping.
 * Whole-day periods begin with a local day; clock times begin at the requested time or when the machine becomes
 * free, or at the next start that is allowed.
 */
export function nextFreePeriods(wanted: Period, search: Search, count: number): Period[] {
  const wantedMs = intervalOf(wanted, search.calendar).startMs
  const earliestMs = Math.max(wantedMs, search.earliestMs)
  const { startFrom = (fromMs: number) => fromMs, notThen = () => null } = search
  const found: Period[] = []
  for (const window of freeWindows(search.loads, search.capacity - search.units)) {
    const inside = {
      startMs: window.startMs + search.bufferBeforeMs,
      endMs: window.endMs - search.bufferAfterMs,
    }
    let startMs = startFrom(Math.max(inside.startMs, earliestMs))
    while (found.length < count && startMs <= search.latestMs) {
      const period = sameLength(wanted, startMs, search.calendar)
      const interval = intervalOf(period, search.calendar)
      if (interval.endMs > inside.endMs || interval.startMs > search.latestMs) break
      const againFrom = notThen(period)
      if (againFrom === null) found.push(period)
      startMs = startFrom(againFrom ?? interval.endMs)
    }
  }
  return found
}

/** Larger than any capacity, and an integer, so that adding and subtracting it leaves no remainder. */
const WHOLE = 2 ** 40

/**
 * The longest intervals in which at most `mostUnits` are taken, in order of time, from minus infinity to infinity. A
 * time is free exactly if it lies inside one of them.
 */
export function freeWindows(loads: readonly Load[], mostUnits: number): Interval[] {
  if (mostUnits < 0) return []
  const steps = loads
    .flatMap(load => {
      const units = load.whole ? WHOLE : load.units
      return [
        { at: load.startMs, units },
        { at: load.endMs, units: -units },
      ]
    })
    // At the same instant, ends are counted before starts: half-open intervals do not overlap there.
    .sort((a, b) => a.at - b.at || a.units - b.units)
  const windows: Interval[] = []
  let taken = 0
  let freeSince: number | undefined = Number.NEGATIVE_INFINITY
  for (const step of steps) {
    taken += step.units
    if (taken > mostUnits && freeSince !== undefined) {
      if (step.at > freeSince) windows.push({ startMs: freeSince, endMs: step.at })
      freeSince = undefined
    } else if (taken <= mostUnits && freeSince === undefined) {
      freeSince = step.at
    }
  }
  if (freeSince !== undefined) windows.push({ startMs: freeSince, endMs: Number.POSITIVE_INFINITY })
  return windows
}

/** The requested period moved to begin at `startMs`, or with the first whole day from then on. */
function sameLength(wanted: Period, startMs: number, calendar: OfficeCalendar): Period {
  if (wanted.kind === 'time') return { kind: 'time', startMs, endMs: startMs + wanted.endMs - wanted.startMs }
  const from = dayAtOrAfter(calendar, startMs)
  return { kind: 'days', from, to: addDays(from, daysInclusive(wanted.from, wanted.to) - 1) }
}

function dayAtOrAfter(calendar: OfficeCalendar, instantMs: number): LocalDay {
  const day = calendar.dayOf(instantMs)
  return calendar.startOfDay(day) >= instantMs ? day : addDays(day, 1)
}
