import { type Block, decideRoom } from '../availability/block.ts'
import {
  decidePeriod,
  type MachineFacts,
  type PeriodFacts,
  type PeriodRequest,
} from '../bookings/decide-booking.ts'
import { type Decision, refuse } from '../refusal.ts'
import { type Interval, withBuffers } from '../time/interval.ts'
import { stillOpen } from './decide-share.ts'
import type { BatchLoad, TimedBatch } from './state.ts'

/**
 * Whether a batch may be opened, or moved to another time: its machine is filled with sacks, and free as a whole, as for a
 * booking of all its units (D2, A1, B1, B3).
 */
export function decideBatchTime(
  request: Omit<PeriodRequest, 'units'>,
  facts: PeriodFacts,
  most: number | null,
): Decision<{ interval: Interval }> {
  const { id: machineId, name: machineName, capacity } = facts.machine
  if (most === null) return refuse({ reason: 'no-batches', machineId, machineName })
  // Notice is asked of members; the cooperative runs its own machines.
  const machine = { ...facts.machine, rules: { ...facts.machine.rules, minNoticeDays: 0 } }
  return decidePeriod({ ...request, units: capacity }, { ...facts, machine })
}

/** Whether a batch that was cancelled or moved may be again what it was (C11). Its shares are counted by the caller. */
export function decideBatchAgain(batch: Interval, machine: MachineFacts, blocks: readonly Block[]): Decision {
  const { id: machineId, name: machineName, capacity } = machine
  if (machine.retired) return refuse({ reason: 'machine-out-of-service', machineId, machineName })
  return decideRoom(withBuffers(batch, machine), capacity, capacity, blocks)
}

/** A batch is done once it began. One that lasts until its grain is dry is done by confirming that. */
export function decideDone(
  batch: TimedBatch & { readonly openEnded: boolean },
  nowMs: number,
  isDry: boolean,
): Decision {
  const open = stillOpen(batch)
  if (!open.ok) return open
  if (batch.openEnded && !isDry) return refuse({ reason: 'batch-until-dry' })
  return nowMs < batch.startMs ? refuse({ reason: 'batch-not-begun', startMs: batch.startMs }) : { ok: true }
}

/** Moisture is read while the batch runs. */
export function decideReading(batch: TimedBatch, nowMs: number): Decision {
  const open = stillOpen(batch)
  if (!open.ok) return open
  return nowMs < batch.startMs ? refuse({ reason: 'batch-not-begun', startMs: batch.startMs }) : { ok: true }
}

/**
 * Whether a machine may take only so many sacks from now on: every batch that is open still fits.
 * @param most of one batch; null if it would take none
 */
export function decideBatchSacks(
  loads: readonly (Pick<BatchLoad, 'sacks' | 'onDay'> & { readonly startMs: number })[],
  most: number | null,
  dayMost: number | null,
): Decision {
  for (const { sacks, onDay, startMs } of loads) {
    if (most === null || sacks > most)
      return refuse({ reason: 'batch-holds-more', sacks, capacity: most ?? 0, startMs, per: 'batch' })
    if (dayMost !== null && onDay > dayMost)
      return refuse({ reason: 'batch-holds-more', sacks: onDay, capacity: dayMost, startMs, per: 'day' })
  }
  return { ok: true }
}
