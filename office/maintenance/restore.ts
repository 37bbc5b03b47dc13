import type { Block } from '#booking/availability/block'
import { decidePlannedAgain } from '#booking/maintenance/decide-maintenance'
import { refuse } from '#booking/refusal'
import { readOpenRepairs } from '#db/read/availability'
import { readMachine } from '#db/read/machines'
import { readMaintenance, type StoredMaintenance } from '#db/read/maintenance'
import { endRepair, updateMaintenance } from '#db/write/maintenance'
import { allBlocks } from '../availability/slots.ts'
import { keepOpenBlocks } from '../bookings/open-blocks.ts'
import { restoring, type Undoing } from '../law/restoring.ts'
import { maintenanceRecord } from './record.ts'
import { recordAgain } from './work.ts'

/** Maintenance whose planning is undone is cancelled: it is never deleted. */
export const maintenanceRestoring = restoring({
  kind: maintenanceRecord,
  withdrawn: { status: 'cancelled' },
  mayBe(undoing, stored, again) {
    if (again.status !== 'planned' || stored.status === 'planned') return { ok: true }
    const machine = readMachine(undoing.db, again.machineId, undoing.settings)
    if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: again.machineId })
    return decidePlannedAgain(again, { machine: machine.facts, blocks: inTheWayOf(undoing, again) })
  },
  write(context, id, was) {
    const { startedMs, finishedMs, closedMs, status, endMs, ...rest } = was
    const times = {
      ...(startedMs !== undefined && { startedMs }),
      ...(finishedMs !== undefined && { finishedMs }),
      ...(closedMs !== undefined && { closedMs }),
    }
    // A further fact moves it along; without one, its status is a column like the others.
    if (!recordAgain(context, id, times)) updateMaintenance(context.tx, id, { ...rest, status, endMs })
    else if (endMs !== undefined) endRepair(context.tx, id, endMs)
    const now = readMaintenance(context.tx, id)
    if (now?.openEnded) keepOpenBlocks(context, now.machineId)
  },
})

/** A repair without a known end takes what the promises leave, so only another one is in its way. */
function inTheWayOf({ db, ...undoing }: Undoing, again: StoredMaintenance): Block[] {
  if (!again.openEnded) return allBlocks(db, again.machineId, again, {}, undoing)
  return readOpenRepairs(db, again.machineId).map(({ what }) => ({
    startMs: again.startMs,
    endMs: again.endMs,
    units: 1,
    whole: true,
    what,
  }))
}
