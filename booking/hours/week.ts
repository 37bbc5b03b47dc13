import { type Decision, refuse } from '../refusal.ts'
import type { Hours, Season, Week } from './opening-hours.ts'

/** Minutes after midnight: 1440 is the midnight after. A day has at most so many stretches, with breaks between them. */
export const HOURS_LIMITS = {
  fromMinutes: { min: 0, max: 1439 },
  toMinutes: { min: 1, max: 1440 },
  stretches: 3,
} as const

/** Whether these can be the hours of a day: in order, none empty, and none overlapping. */
export function areHours(hours: readonly Hours[]): boolean {
  return (
    hours.length <= HOURS_LIMITS.stretches &&
    hours.every(
      ({ fromMinutes, toMinutes }, index) =>
        isWithin(fromMinutes, HOURS_LIMITS.fromMinutes) &&
        isWithin(toMinutes, HOURS_LIMITS.toMinutes) &&
        fromMinutes < toMinutes &&
        fromMinutes >= (hours[index - 1]?.toMinutes ?? 0),
    )
  )
}

function isWithin(value: number, { min, max }: { min: number; max: number }): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}

/** A week in which the office is never open would end every booking, so it is taken for a slip. */
export function decideWeek(week: Week): Decision {
  return week.some(hours => hours.length > 0) ? { ok: true } : refuse({ reason: 'never-open' })
}

/** A season ends on or after the day on which it begins, and no day is of two seasons. */
export function decideSeasons(seasons: readonly Season[]): Decision {
  const backward = seasons.find(({ from, to }) => to < from)
  if (backward) return refuse({ reason: 'season-ends-before-it-starts', name: backward.name })
  const inOrder = [...seasons].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const [at, { name, from }] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (before && from <= before.to)
      return refuse({ reason: 'seasons-overlap', name, other: before.name, otherTo: before.to })
  }
  return { ok: true }
}
