import { decidePlannedAgain } from '#booking/maintenance/decide-maintenance'
import { refuse } from '#booking/refusal'
import { readBlocks } from '#db/read/availability'
import { readMachine } from '#db/read/machines'
import { updateMaintenance } from '#db/write/maintenance'
import { restoring } from '../law/restoring.ts'
import { maintenanceRecord } from './record.ts'

/** Maintenance whose planning is undone is cancelled: it is never deleted. */
export const maintenanceRestoring = restoring({
  kind: maintenanceRecord,
  withdrawn: { status: 'cancelled' },
  mayBe({ db, settings }, stored, again) {
    if (again.status !== 'planned' || stored.status === 'planned') return { ok: true }
    const machine = readMachine(db, again.machineId, settings)
    if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: again.machineId })
    const blocks = readBlocks(db, again.machineId, again)
    return decidePlannedAgain(again, { machine: machine.facts, blocks })
  },
  write: ({ tx }, id, was) => updateMaintenance(tx, id, was),
})
