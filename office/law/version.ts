import { refuse } from '#booking/refusal'
import type { Entity } from '#calls/history'
import type { WriteTx } from '#db/file'
import { listHistory } from '#db/read/history'

/**
 * A change must name the version it saw (A6). Undefined when it is still that one; else who changed it, and when.
 */
export function checkVersion(
  tx: WriteTx,
  entity: Entity,
  row: { id: string; version: number },
  version: number,
) {
  if (row.version === version) return undefined
  const [last] = listHistory(tx, { entity, entityId: row.id, limit: 1 })
  return refuse({ reason: 'changed-meanwhile', byName: last?.userName ?? null, atMs: last?.atMs ?? 0 })
}
