import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { listMaintenance } from '#db/read/maintenance'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'

export function maintenancePage(db: ReadDb, args: CallArgs['maintenance']['list']) {
  const [startMs, id] = readCursor(args.cursor) ?? []
  const after = startMs === undefined ? undefined : { startMs: Number(startMs), id: String(id) }
  const { machineId, status = 'planned' } = args
  const rows = listMaintenance(db, { machineId, status, after, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ startMs: last.startMs, id: last.id }))
  return { maintenance: page, nextCursor }
}
