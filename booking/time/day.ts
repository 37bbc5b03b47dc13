/** A local day in the office's time zone, `YYYY-MM-DD`. Sorts as text. */
export type LocalDay = string

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: `2026-02-28` yes, `2026-02-30` no, `2026-2-3` no. */
export function isLocalDay(text: string): boolean {
  const parts = DAY_PATTERN.exec(text)
  if (!parts || parts[1] === '0000') return false
  return dayOfUtcMs(utcMsOfDay(text)) === text
}

/** Midnight UTC of that day, for counting days. Not the instant at which the local day begins. */
export function utcMsOfDay(day: LocalDay): number {
  const date = new Date(0)
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999. Sliced from the end, because the day after 9999-12-31
  // is +010000-01-01.
  date.setUTCFullYear(Number(day.slice(0, -6)), Number(day.slice(-5, -3)) - 1, Number(day.slice(-2)))
  return date.getTime()
}

/** The day whose UTC midnight is at or before `utcMs`. */
export function dayOfUtcMs(utcMs: number): LocalDay {
  const iso = new Date(utcMs).toISOString()
  return iso.slice(0, iso.indexOf('T'))
}

export function addDays(day: LocalDay, days: number): LocalDay {
  return dayOfUtcMs(utcMsOfDay(day) + days * DAY_MS)
}

/** The number of days from `from` to `to`: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((utcMsOfDay(to) - utcMsOfDay(from)) / DAY_MS)
}

/** Calendar days counted inclusively: Monday to Wednesday are 3. */
export function daysInclusive(from: LocalDay, to: LocalDay): number {
  return daysBetween(from, to) + 1
}
