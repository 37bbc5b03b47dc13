import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { listMaintenance, readShownMaintenance } from '#db/read/maintenance'
import { readShownCosts, readShownMaintenanceFacts } from '#db/read/maintenance-work'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'

export function maintenancePage(db: ReadDb, args: CallArgs['maintenance']['list']) {
  const [startMs, id] = readCursor(args.cursor) ?? []
  const after = startMs === undefined ? undefined : { startMs: Number(startMs), id: String(id) }
  const { machineId } = args
  const state = args.state === 'all' ? undefined : args.state
  const status = args.state === undefined ? (args.status ?? 'planned') : undefined
  const rows = listMaintenance(db, { machineId, status, state, after, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ startMs: last.startMs, id: last.id }))
  return { maintenance: page, nextCursor }
}

/** One maintenance with all that was recorded of it. */
export function oneMaintenance(db: ReadDb, maintenanceId: string) {
  const maintenance = readShownMaintenance(db, maintenanceId) ?? null
  if (!maintenance) return { maintenance, facts: [], costs: [] }
  return {
    maintenance,
    facts: readShownMaintenanceFacts(db, maintenanceId),
    costs: readShownCosts(db, maintenanceId),
  }
}
