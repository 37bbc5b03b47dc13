import type { Role } from '../users/roles.ts'

/** The limits on a request (B1). Days are calendar days of the office. */
export type BookingRules = {
  /** Days between today and the first day of a booking: 1 means tomorrow at the earliest. */
  readonly minNoticeDays: number
  /** Longest booking in calendar days, counted inclusively. */
  readonly maxDays: number
  /** How many days ahead a booking may begin. */
  readonly horizonDays: number
  /** Who may enter a walk-in: a booking that begins today, from the counter, without notice. */
  readonly walkInRoles: readonly Role[]
}

/** The office's defaults (B1): 30 days, 1 day's notice, 365 days ahead. */
export const DEFAULT_RULES: BookingRules = {
  minNoticeDays: 1,
  maxDays: 30,
  horizonDays: 365,
  walkInRoles: ['manager', 'admin'],
}

/** What a machine type says differently; null keeps the office's. */
export type TypeRules = {
  readonly minNoticeDays: number | null
  readonly maxDays: number | null
  readonly horizonDays: number | null
}

export function rulesFor(office: BookingRules, type: TypeRules): BookingRules {
  return {
    minNoticeDays: type.minNoticeDays ?? office.minNoticeDays,
    maxDays: type.maxDays ?? office.maxDays,
    horizonDays: type.horizonDays ?? office.horizonDays,
    walkInRoles: office.walkInRoles,
  }
}

/** What an office or a machine type may set its rules to, in days. */
export const RULE_LIMITS = {
  minNoticeDays: { min: 0, max: 60 },
  maxDays: { min: 1, max: 390 },
  horizonDays: { min: 1, max: 1000 },
} as const
