/** After how many days of owing a suspension may be suggested. */
export const SUSPEND_AFTER_DAYS = { min: 1, max: 3650 } as const

type Owes = { readonly days: number } | null

/**
 * Whether to suggest that a member who owes is suspended (B2). It is only suggested: somebody decides.
 * @param afterDays the setting; null if it is never suggested
 */
export function suggestsSuspension(owes: Owes, afterDays: number | null): boolean {
  return owes !== null && afterDays !== null && owes.days > afterDays
}
