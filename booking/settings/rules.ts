import type { Role } from '../users/roles.ts'

/** The limits on a request (B1). Days are local calendar days. */
export type BookingRules = {
  /** Days between today and the first day of a booking: 1 means tomorrow at the earliest. */
  readonly minNoticeDays: number
  /** Longest booking in calendar days, counted inclusively. */
  readonly maxDays: number
  /** How many days ahead a booking may begin. */
  readonly horizonDays: number
  /** The roles that may enter a walk-in: a booking that begins today, without notice. */
  readonly walkInRoles: readonly Role[]
}

/** The office's defaults (B1): 30 days, 1 day's notice, 365 days ahead. */
export const DEFAULT_RULES: BookingRules = {
  minNoticeDays: 1,
  maxDays: 30,
  horizonDays: 365,
  walkInRoles: ['manager', 'admin'],
}

/** A machine type's own rules; null means the office's rule applies. */
export type TypeRules = {
  readonly minNoticeDays: number | null
  readonly maxDays: number | null
  readonly horizonDays: number | null
}

/** The rules of a machine type: its own, otherwise the office's. */
export function rulesFor(office: BookingRules, type: TypeRules): BookingRules {
  return withinLimits({
    minNoticeDays: type.minNoticeDays ?? office.minNoticeDays,
    maxDays: type.maxDays ?? office.maxDays,
    horizonDays: type.horizonDays ?? office.horizonDays,
    walkInRoles: office.walkInRoles,
  })
}

/** The limits within which an office or a machine type may set its rules, in days. */
export const RULE_LIMITS = {
  minNoticeDays: { min: 0, max: 60 },
  maxDays: { min: 1, max: 390 },
  horizonDays: { min: 1, max: 1000 },
} as const

/** A number that nobody may set, because another program wrote it, counts as the nearest that somebody may. */
export function withinLimits({ walkInRoles, ...days }: BookingRules): BookingRules {
  const within = (rule: keyof typeof RULE_LIMITS) =>
    Math.min(RULE_LIMITS[rule].max, Math.max(RULE_LIMITS[rule].min, days[rule]))
  return {
    minNoticeDays: within('minNoticeDays'),
    maxDays: within('maxDays'),
    horizonDays: within('horizonDays'),
    walkInRoles,
  }
}
