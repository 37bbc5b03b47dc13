/** When machines of a type need maintenance (D6): after so much since the last one. Null: that does not count. */
export type MaintenancePlan = {
  /** By the hour meter. */
  readonly dueHours: number | null
  readonly dueDays: number | null
  /** Completed bookings. */
  readonly dueBookings: number | null
}

export const PLAN_LIMITS = {
  dueHours: { min: 1, max: 100_000 },
  dueDays: { min: 1, max: 3650 },
  dueBookings: { min: 1, max: 10_000 },
} as const

/** What happened with a machine since its last finished maintenance; null where it is not known. */
export type SinceMaintenance = {
  /** Since it was new, if it never had any. */
  readonly hours: number | null
  /** Since its first booking went out, if it never had any. */
  readonly days: number | null
  readonly bookings: number
}

/** One reason why a machine needs maintenance: `since` has reached `after`. */
export type DueBecause = {
  readonly what: 'hours' | 'days' | 'bookings'
  readonly since: number
  readonly after: number
}

export function hasPlan({ dueHours, dueDays, dueBookings }: MaintenancePlan): boolean {
  return dueHours !== null || dueDays !== null || dueBookings !== null
}

/** Every reason why a machine needs maintenance by the plan of its type; none if it needs none. */
export function dueBecause(plan: MaintenancePlan, since: SinceMaintenance): DueBecause[] {
  const reached = (what: DueBecause['what'], amount: number | null, after: number | null): DueBecause[] =>
    after !== null && amount !== null && amount >= after ? [{ what, since: amount, after }] : []
  return [
    ...reached('hours', since.hours, plan.dueHours),
    ...reached('days', since.days, plan.dueDays),
    ...reached('bookings', since.bookings, plan.dueBookings),
  ]
}
