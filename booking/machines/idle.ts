import { addDays, type LocalDay } from '../time/day.ts'

/** The months in which machines of a type are needed, from 1 to 12; the last may be before the first. Null: all year. */
export type MonthsOfUse = { readonly seasonFrom: number | null; readonly seasonTo: number | null }

export const IDLE_MONTHS = { min: 1, max: 12, usual: 2 } as const
/** So many days of the season before its months are over, it is told. */
const TOLD_BEFORE_DAYS = 14
const DAYS_OF_A_MONTH = 30
/** No season is longer, so looking back ends. */
const MOST_DAYS = 400

/** `left`: the days of the season until its months are over; 0 if they are. */
export type Idle = { readonly since: LocalDay; readonly days: number; readonly left: number }

/**
 * Whether a machine should be told of because nobody works with it in its season (D12): a donor may move a machine elsewhere
 * that stood idle for two months of it. Only days of the season count, and it is told two weeks before the months are over.
 * Out of its season no machine is idle.
 * @param since the day after its last work, or on which it came
 */
export function idleInSeason(
  since: LocalDay,
  today: LocalDay,
  season: MonthsOfUse,
  months: number,
): Idle | null {
  if (!isInSeason(today, season)) return null
  let days = 0
  for (let day = since, looked = 0; day < today && looked < MOST_DAYS; day = addDays(day, 1), looked += 1)
    if (isInSeason(day, season)) days += 1
  const left = months * DAYS_OF_A_MONTH - days
  return left <= TOLD_BEFORE_DAYS ? { since, days, left: Math.max(0, left) } : null
}

function isInSeason(day: LocalDay, { seasonFrom, seasonTo }: MonthsOfUse): boolean {
  if (seasonFrom === null || seasonTo === null) return true
  const month = Number(day.slice(5, 7))
  return seasonFrom <= seasonTo
    ? seasonFrom <= month && month <= seasonTo
    : month >= seasonFrom || month <= seasonTo
}
