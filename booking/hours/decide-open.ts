import type { Refusal } from '../refusal.ts'
import { atClock } from '../time/calendar.ts'
import { addDays, type LocalDay, MINUTE_MS } from '../time/day.ts'
import { type Interval, outside, overlaps } from '../time/interval.ts'
import { firstDay, intervalOf, type Period } from '../time/period.ts'
import { type Blackout, type OpenCalendar, opensNext } from './opening-hours.ts'

/** The time that a booking has already. `here`: on the machine that is asked for. */
export type Kept = Interval & { readonly here: boolean }

/** What is asked, of which machine. */
export type OpenFacts = {
  readonly calendar: OpenCalendar
  readonly machine: { readonly id: string; readonly typeId: string }
  /** What was promised already is not asked again: its days, and on this machine its time. */
  readonly kept?: Kept | undefined
}

type NotOpen = Extract<Refusal, { reason: 'closed' | 'outside-hours' | 'blackout' }>

/**
 * B3: why a booking cannot be then, because the cooperative's office is closed or the machine is not given. Until somebody
 * sets the hours, only days that were closed by hand and blackouts refuse anything.
 *
 * Hours bind the hand-over and the return: the first and the last day must be open, while closed days in between count
 * by a setting. Work in the field goes by no clock, so bookings by clock time keep to the hours only if a setting says so.
 */
export function notOpen(period: Period, facts: OpenFacts): NotOpen | undefined {
  return closedDay(period, facts) ?? outsideHours(period, facts) ?? blackedOut(period, facts)
}

function closedDay(period: Period, { calendar, kept }: OpenFacts): NotOpen | undefined {
  const { rules } = calendar.opening
  const { startMs, endMs } = intervalOf(period, calendar)
  const [first, last] = [firstDay(period, calendar), lastDay(period, calendar)]
  if (!rules.startOrEnd) {
    if (startMs !== kept?.startMs && isClosed(first, calendar)) return closedOn(first, calendar)
    if (endMs !== kept?.endMs && isClosed(last, calendar)) return closedOn(last, calendar)
  }
  if (rules.span) return undefined
  for (let day = addDays(first, 1); day < last; day = addDays(day, 1)) {
    const midnight = calendar.startOfDay(day)
    const isKept = kept !== undefined && kept.startMs <= midnight && midnight < kept.endMs
    if (!isKept && isClosed(day, calendar)) return closedOn(day, calendar)
  }
  return undefined
}

/** From the opening to the closing of one day. A midday break may lie in between, but nothing begins or ends in it. */
function outsideHours(period: Period, { calendar, kept }: OpenFacts): NotOpen | undefined {
  const { rules, isSet } = calendar.opening
  if (period.kind === 'days' || !rules.withinHours || !isSet) return undefined
  const day = calendar.dayOf(period.startMs)
  const { hours } = calendar.opening.on(day)
  const at = (minutes: number) => atClock(calendar, day, minutes)
  const begins =
    period.startMs === kept?.startMs ||
    hours.some(one => at(one.fromMinutes) <= period.startMs && period.startMs < at(one.toMinutes))
  const ends =
    period.endMs === kept?.endMs ||
    hours.some(one => at(one.fromMinutes) < period.endMs && period.endMs <= at(one.toMinutes))
  if ((begins && ends) || hours.length === 0) return undefined
  return { reason: 'outside-hours', day, hours: hours.map(one => ({ ...one })) }
}

function blackedOut(period: Period, { calendar, machine, kept }: OpenFacts): NotOpen | undefined {
  const interval = intervalOf(period, calendar)
  const asked = kept?.here ? outside(interval, kept) : [interval]
  const found = calendar.opening
    .blackouts(interval.startMs)
    .find(blackout => isOf(blackout, machine) && asked.some(part => overlaps(blackout, part)))
  return found && { reason: 'blackout', why: found.reason, fromMs: found.startMs, untilMs: found.endMs }
}

/** Whether a blackout is about a machine. */
export function isOf(
  { machineId, typeId }: Pick<Blackout, 'machineId' | 'typeId'>,
  machine: { readonly id: string; readonly typeId: string },
): boolean {
  if (machineId !== null) return machineId === machine.id
  return typeId === null || typeId === machine.typeId
}

function isClosed(day: LocalDay, { opening }: OpenCalendar): boolean {
  return opening.on(day).hours.length === 0
}

function closedOn(day: LocalDay, calendar: OpenCalendar): NotOpen {
  const { holiday } = calendar.opening.on(day)
  const opensMs = opensNext(calendar.startOfDay(day), calendar)
  return { reason: 'closed', day, ...(holiday !== undefined && { name: holiday }), opensMs }
}

function lastDay(period: Period, calendar: OpenCalendar): LocalDay {
  return period.kind === 'days' ? period.to : calendar.dayOf(period.endMs - 1)
}

/**
 * For a search: where to look again after a period that is not open, at the soonest. Null if it is open. No period of that
 * length that begins on a full quarter of an hour before that instant is open either.
 */
export function lookAgainFrom(period: Period, facts: OpenFacts): number | null {
  const refusal = notOpen(period, facts)
  if (!refusal) return null
  const { calendar } = facts
  const { startMs, endMs } = intervalOf(period, calendar)
  if (refusal.reason === 'blackout') return Math.max(refusal.untilMs, startMs + 1)
  const tomorrow = calendar.startOfDay(addDays(firstDay(period, calendar), 1))
  if (refusal.reason === 'closed') return tomorrow
  // A later start on the same day may fit: in the afternoon, or so that it ends after the midday break.
  const later = refusal.hours
    .map(one => atClock(calendar, refusal.day, one.fromMinutes))
    .flatMap(opens => [opens, opens - (endMs - startMs) + QUARTER_MS])
    .filter(start => start > startMs)
  return later.length > 0 ? Math.min(...later) : tomorrow
}

const QUARTER_MS = 15 * MINUTE_MS
