/** Refusals about when the cooperative's office is open. */
export type HoursRefusal =
  /** No day of the week has opening hours. */
  { reason: 'never-open' }
