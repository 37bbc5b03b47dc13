import type { FilledBatch, ShareFacts } from '#booking/batches/decide-share'
import { type Decision, refuse } from '#booking/refusal'
import type { ReadDb } from '#db/file'
import { type NamedBatch, readNamedBatch, readNamedShare } from '#db/read/batches'

/** A batch with what is in it, as decisions need it. */
export function filledBatch(db: ReadDb, id: string): Decision<{ batch: FilledBatch; named: NamedBatch }> {
  const named = readNamedBatch(db, id)
  if (!named) return refuse({ reason: 'not-found', what: 'batch', id })
  const { status, typeId, machineName, shares, sacks, onDay, dayMost } = named
  const load = { sacks, most: named.most ?? 0, onDay, dayMost }
  return { ok: true, batch: { id, status, typeId, machineName, shares, load }, named }
}

/** A share with what it counts, as decisions need it. */
export function shareFacts(db: ReadDb, id: string): ShareFacts {
  const named = readNamedShare(db, id)
  if (!named) throw new Error(`share ${id} was read and is not there`)
  const { status, memberName, weighedSacks, estimate } = named
  return { status, memberName, sacks: weighedSacks ?? estimate, isWeighed: weighedSacks !== null }
}

/** Whether two batches count among the sacks of the same day of the same machine. */
export function isSameDay(
  a: Pick<NamedBatch, 'machineId' | 'day'>,
  b: Pick<NamedBatch, 'machineId' | 'day'>,
): boolean {
  return a.machineId === b.machineId && a.day === b.day
}
