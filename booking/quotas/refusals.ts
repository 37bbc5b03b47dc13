import type { LocalDay } from '../time/day.ts'
import type { QuotaCounts, QuotaPeriod } from './kinds.ts'

export type QuotaRefusal =
  /** The member has booked so much already that this would be more than the quota (B4). */
  | {
      reason: 'quota-reached'
      memberName: string
      /** The type of the machines; null for machines of any type. */
      type: string | null
      counts: QuotaCounts
      used: number
      left: number
      limit: number
      /** How much this booking would count. */
      wanted: number
      per: QuotaPeriod
      /** The last day of that week, month or season. */
      until: LocalDay
    }
  /** The work of the member's last returned booking is not measured yet (B7). */
  | {
      reason: 'last-job-open'
      memberName: string
      bookingId: string
      number: number
      machineName: string
      returnedMs: number
    }
