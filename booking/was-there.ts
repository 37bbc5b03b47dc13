import { isOverdue } from './availability/block.ts'
import type { Load } from './availability/load.ts'
import type { BatchStatus } from './batches/state.ts'
import { type BookingStatus, blocks } from './bookings/status.ts'
import { BLOCKING } from './in-the-way.ts'
import type { MaintenanceStatus } from './maintenance/kinds.ts'
import type { SessionStatus } from './sessions/state.ts'
import type { Interval } from './time/interval.ts'

/** A booking, maintenance, session or batch as it stands on record, without buffers. */
export type OnRecord = Interval &
  (
    | {
        readonly kind: 'booking'
        readonly status: BookingStatus
        readonly units: number
        /** The machine's setting when the booking was requested. */
        readonly pendingBlocks: boolean
      }
    | { readonly kind: 'maintenance'; readonly status: MaintenanceStatus }
    | { readonly kind: 'session'; readonly status: SessionStatus }
    | { readonly kind: 'batch'; readonly status: BatchStatus }
  )

/** What a record took from its machine in the past, also if it is over now; null if it took nothing. */
export function tookInThePast(record: OnRecord, nowMs: number): Load | null {
  const { kind, startMs, endMs } = record
  const { whole } = BLOCKING[kind]
  if (kind !== 'booking') {
    return record.status === 'cancelled' ? null : { startMs, endMs, units: 1, whole }
  }
  const { status, units } = record
  if (status !== 'completed' && !blocks(status, record.pendingBlocks)) return null
  // A machine that is overdue has been away until now, beyond the end of its booking.
  const isAway = status === 'in-use' && isOverdue(record, nowMs)
  return { startMs, endMs: isAway ? nowMs : endMs, units, whole }
}
