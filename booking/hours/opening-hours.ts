import { atClock, endOfDay, type OfficeCalendar } from '../time/calendar.ts'
import { addDays, DAY_MS, type LocalDay, utcMsOfDay } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'

/** From one clock time to another on the same day, in minutes after midnight. Half-open. */
export type Hours = { readonly fromMinutes: number; readonly toMinutes: number }

/** The hours of each day from Monday to Sunday, in order: none if it is closed, two with a midday break. */
export type Week = readonly (readonly Hours[])[]

/** One local day at the cooperative's office. */
export type OfficeDay = {
  /** When it is open, in order; empty if it is closed. */
  readonly hours: readonly Hours[]
  /** The holiday because of which it is closed. */
  readonly holiday?: string
}

/** A named time of the year with other hours, both days inclusive. */
export type Season = {
  readonly name: string
  readonly from: LocalDay
  readonly to: LocalDay
  readonly week: Week
}

/** A time in which a machine, all of a type, or with neither no machine at all is booked, and why. */
export type Blackout = Interval & {
  readonly machineId: string | null
  readonly typeId: string | null
  readonly reason: string
}

/** What closed days and hours mean for a booking. */
export type ClosedRules = {
  /** A booking may have closed days between its first and its last day. */
  readonly span: boolean
  /** A booking may begin or end on a closed day. */
  readonly startOrEnd: boolean
  /** A booking by clock time begins and ends within the hours of one day. */
  readonly withinHours: boolean
}

export const DEFAULT_CLOSED_RULES: ClosedRules = { span: true, startOrEnd: false, withinHours: false }

/** When the cooperative's office is open (B3). */
export type Opening = {
  /**
   * Whether somebody has set the hours. Until then, it counts as open every day for offers, and no booking is refused
   * because of them.
   */
  readonly isSet: boolean
  on(day: LocalDay): OfficeDay
  readonly rules: ClosedRules
  /** The blackouts that end after an instant, and perhaps earlier ones. */
  blackouts(fromMs: number): readonly Blackout[]
}

/** The office's calendar, with the days and hours at which the cooperative's office is open. */
export type OpenCalendar = OfficeCalendar & { readonly opening: Opening }

const EIGHT_TO_FIVE: readonly Hours[] = [{ fromMinutes: 8 * 60, toMinutes: 17 * 60 }]
/** What counts until somebody sets the hours. */
export const EVERY_DAY: Week = Array.from({ length: 7 }, () => EIGHT_TO_FIVE)

/** The opening of a cooperative that has set no hours. */
export const NOT_SET: Opening = {
  isSet: false,
  on: () => ({ hours: EIGHT_TO_FIVE }),
  rules: DEFAULT_CLOSED_RULES,
  blackouts: () => [],
}

/** The usual hours of a day: those of its season, otherwise those of the week. Where another program wrote two, the later. */
export function usualHours(day: LocalDay, week: Week, seasons: readonly Season[]): readonly Hours[] {
  const [season] = seasons
    .filter(one => one.from <= day && day <= one.to)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  return (season?.week ?? week)[weekdayOf(day)] ?? []
}

/** What is known of a day beside its usual hours. */
export type DayFacts = {
  /** What the cooperative decided about the day; undefined if nothing. */
  readonly decided: { readonly name: string; readonly closed: boolean } | undefined
  /** The public holiday on it, if public holidays close the office. */
  readonly publicHoliday: string | undefined
}

/** One day at the office: what the cooperative decided about it comes first, then the public holidays. */
export function officeDay(usual: readonly Hours[], { decided, publicHoliday }: DayFacts): OfficeDay {
  const holiday = decided ? (decided.closed ? decided.name : undefined) : publicHoliday
  return holiday === undefined ? { hours: usual } : { hours: [], holiday }
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: LocalDay): number {
  // 1 January 1970 was a Thursday.
  const sinceThursday = Math.round(utcMsOfDay(day) / DAY_MS) % 7
  return (sinceThursday + 7 + 3) % 7
}

/** When the office is open on a day, in order. */
export function openOn(day: LocalDay, calendar: OpenCalendar): Interval[] {
  return calendar.opening.on(day).hours.map(({ fromMinutes, toMinutes }) => ({
    startMs: atClock(calendar, day, fromMinutes),
    endMs: atClock(calendar, day, toMinutes),
  }))
}

export function isOpen(ms: number, calendar: OpenCalendar): boolean {
  return openOn(calendar.dayOf(ms), calendar).some(({ startMs, endMs }) => startMs <= ms && ms < endMs)
}

/** An office that has been closed for so many days is not waited for. */
const LONGEST_CLOSED_DAYS = 400

/** The instant after which the office has been open for so long, from an instant on. */
export function afterOpenTime(fromMs: number, openMs: number, calendar: OpenCalendar): number {
  let left = openMs
  let day = calendar.dayOf(fromMs)
  for (let closed = 0; closed <= LONGEST_CLOSED_DAYS; closed++, day = addDays(day, 1)) {
    for (const { startMs, endMs } of openOn(day, calendar)) {
      const begunMs = Math.max(startMs, fromMs)
      if (begunMs >= endMs) continue
      if (begunMs + left <= endMs) return begunMs + left
      left -= endMs - begunMs
      closed = 0
    }
  }
  return calendar.startOfDay(day) + left
}

/** How long the office is open within an interval, in milliseconds. */
export function openTimeWithin({ startMs, endMs }: Interval, calendar: OpenCalendar): number {
  let sum = 0
  const last = calendar.dayOf(endMs - 1)
  for (let day = calendar.dayOf(startMs); day <= last; day = addDays(day, 1)) {
    for (const open of openOn(day, calendar)) {
      sum += Math.max(0, Math.min(open.endMs, endMs) - Math.max(open.startMs, startMs))
    }
  }
  return sum
}

/** When the office opens next, from an instant on: at that instant if it opens then. Null if not within a year. */
export function opensNext(fromMs: number, calendar: OpenCalendar): number | null {
  return nextOf(fromMs, calendar, day => openOn(day, calendar).map(open => open.startMs))
}

/**
 * The end of the office's day: the instant at which it closes for the day next, after an instant. Once it has closed, that
 * is on the next day on which it is open. If nobody has set the hours, the day ends at midnight.
 */
export function closesNext(afterMs: number, calendar: OpenCalendar): number {
  const midnight = endOfDay(calendar, calendar.dayOf(afterMs))
  if (!calendar.opening.isSet) return midnight
  const closing = nextOf(afterMs + 1, calendar, day =>
    openOn(day, calendar)
      .map(open => open.endMs)
      .slice(-1),
  )
  return closing ?? midnight
}

/** The first such instant from an instant on; null if there is none in more than a year. */
function nextOf(fromMs: number, calendar: OpenCalendar, instants: (day: LocalDay) => number[]) {
  let day = calendar.dayOf(fromMs)
  for (let searched = 0; searched <= LONGEST_CLOSED_DAYS; searched++, day = addDays(day, 1)) {
    const found = instants(day).find(ms => ms >= fromMs)
    if (found !== undefined) return found
  }
  return null
}
