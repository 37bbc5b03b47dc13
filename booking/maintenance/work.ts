import { decideReading, type ReadingFacts } from '../machines/readings.ts'
import { timesFraction } from '../money/centavos.ts'
import { type Decision, refuse } from '../refusal.ts'
import { decideEnd } from './decide-end.ts'
import type { MaintenanceStatus } from './kinds.ts'

/** A maintenance as the facts about its work leave it. */
export type Work = {
  readonly status: MaintenanceStatus
  /** From when the machine has its time for it. */
  readonly startMs: number
  readonly startedMs: number | null
  readonly finishedMs: number | null
  readonly closedMs: number | null
}

type WorkFacts = {
  readonly nowMs: number
  readonly meterHours: number | null
  readonly reading: Omit<ReadingFacts, 'atMs' | 'readAt' | 'fuel'>
}

/**
 * Whether the work can have begun or ended at an instant (D5): not in the future, in this order, and not before the
 * machine was given its time for it. Its end is recorded without its beginning too: small work is done before anybody
 * writes it down.
 */
export function decideWork(step: 'start' | 'finish', atMs: number, work: Work, facts: WorkFacts): Decision {
  const to = step === 'start' ? 'started' : 'finished'
  if (work.status !== 'planned')
    return refuse({ reason: 'move-not-allowed', what: 'maintenance', from: work.status, to })
  if (step === 'start' && work.startedMs !== null)
    return refuse({ reason: 'move-not-allowed', what: 'maintenance', from: 'started', to })
  return decideTimes(step, atMs, work, facts)
}

/** Whether what was recorded of the work can be corrected to this. */
export function decideWorkCorrected(
  step: 'start' | 'finish',
  atMs: number,
  work: Work,
  facts: WorkFacts,
): Decision {
  const recorded = step === 'start' ? work.startedMs : work.finishedMs
  if (recorded === null) return refuse({ reason: 'no-such-step', step })
  return decideTimes(step, atMs, work, facts)
}

function decideTimes(step: 'start' | 'finish', atMs: number, work: Work, facts: WorkFacts): Decision {
  if (atMs > facts.nowMs) return refuse({ reason: 'in-the-future' })
  if (step === 'start' && atMs < work.startMs)
    return refuse({ reason: 'begins-later', startMs: work.startMs })
  const startedMs = step === 'start' ? atMs : work.startedMs
  const finishedMs = step === 'finish' ? atMs : work.finishedMs
  if (startedMs !== null && finishedMs !== null && finishedMs < startedMs)
    return refuse({ reason: 'ended-before-it-began', startedMs, finishedMs })
  const { meterHours, reading } = facts
  const readAt = step === 'start' ? 'hand-over' : 'return'
  return decideReading(
    { meterHours, fuel: null },
    { ...reading, atMs, readAt, fuel: { before: null, after: null } },
  )
}

/** Costs are closed once, after the work. */
export function decideClose(work: Work): Decision {
  if (work.closedMs !== null)
    return refuse({ reason: 'move-not-allowed', what: 'maintenance', from: 'closed', to: 'closed' })
  if (work.status === 'finished') return { ok: true }
  return refuse({ reason: 'move-not-allowed', what: 'maintenance', from: work.status, to: 'closed' })
}

/** Only what has not begun is called off. */
export function decideCallOff(work: Work): Decision {
  const { startedMs, status } = work
  if (status === 'planned' && startedMs !== null) return refuse({ reason: 'work-has-begun', startedMs })
  return decideEnd(status, 'cancelled')
}

/** How many parts and hours a maintenance can have. */
export const MOST_COSTS = 100

/** Costs are added until they are closed; what was entered wrongly is corrected at any time. */
export function decideCost(work: Pick<Work, 'closedMs'>, count: number): Decision {
  if (work.closedMs !== null) return refuse({ reason: 'costs-closed', closedMs: work.closedMs })
  return count < MOST_COSTS ? { ok: true } : refuse({ reason: 'too-many-costs', most: MOST_COSTS })
}

/** How many thousandths make one part or one hour. */
export const THOUSANDTHS = 1000

/** What parts or hours cost in all, in whole centavos. */
export function costOf(thousandths: number, eachCentavos: number): number {
  return timesFraction(eachCentavos, thousandths, THOUSANDTHS)
}
