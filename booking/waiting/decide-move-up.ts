import { type Decision, refuse } from '../refusal.ts'
import type { WaitingStatus } from './status.ts'

/** Somebody's place on the waiting list: the smallest turn comes first, and of equal ones the smallest id. */
type Place = { readonly turn: number; readonly id: string }
type Named = Place & { readonly status: WaitingStatus; readonly memberName: string }

/** Whether somebody who waits can be moved up before another one: only who still waits, and comes first now. */
export function decideMoveUp(who: Named, before: Named): Decision {
  const said = { memberName: who.memberName, before: before.memberName }
  if (before.status !== 'waiting') return refuse({ reason: 'not-moved-up', ...said, why: 'waits-no-more' })
  if (!comesBefore(before, who)) return refuse({ reason: 'not-moved-up', ...said, why: 'comes-first' })
  return { ok: true }
}

function comesBefore(one: Place, other: Place): boolean {
  return one.turn === other.turn ? one.id < other.id : one.turn < other.turn
}
