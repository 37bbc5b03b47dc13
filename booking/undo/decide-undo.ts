import { type Decision, refuse } from '../refusal.ts'
import type { HowUndone } from './how-undone.ts'

/** A record that a step changed. */
export type StepRecord = {
  readonly title: string
  /** The last change of the record, if the step did not make it. */
  readonly since: { readonly byName: string; readonly atMs: number; readonly own: boolean } | null
  /** Whether it is kept what the record was before the step. */
  readonly isKept: boolean
}

export type StepFacts = {
  readonly how: HowUndone
  readonly isUndone: boolean
  /** Whether the person may give the command that would be undone. */
  readonly right: Decision
  readonly records: readonly StepRecord[]
}

/** How many of a person's last steps can be undone. */
export const STEPS_BACK = 20

/**
 * Whether one of a person's own last steps can be undone (C11): it can be taken back at all, and nobody has done anything
 * with its records since. Whether the rules allow a record to be again what it was, each trade decides.
 */
export function decideUndo({ how, isUndone, right, records }: StepFacts): Decision {
  if (how !== 'restore') return refuse({ reason: 'cannot-undo', why: how })
  if (isUndone) return refuse({ reason: 'cannot-undo', why: 'undone-already' })
  if (!right.ok) return asWhy(right)
  for (const { title, since } of records) {
    if (since) return refuse({ reason: 'cannot-undo', why: 'changed-since', title, ...since })
  }
  return records.every(record => record.isKept)
    ? { ok: true }
    : refuse({ reason: 'cannot-undo', why: 'not-kept' })
}

/** A trade's no, as the reason why the step is not undone. */
export function asWhy<Yes>(decision: Decision<Yes>): Decision<Yes> {
  if (decision.ok || decision.refusal.reason === 'cannot-undo') return decision
  return refuse({ reason: 'cannot-undo', why: 'refused', because: decision.refusal })
}
