import type { InTheWay } from '#booking/in-the-way'
import type { Refusal } from '#booking/refusal'

/**
 * Whether a refusal names any number of things in the way. Where their list stands beside it, its sentence leaves them
 * out, so that each is said once.
 */
export function namesSeveral(refusal: Refusal): refusal is Extract<Refusal, { by: readonly InTheWay[] }> {
  return 'by' in refusal && Array.isArray(refusal.by)
}
