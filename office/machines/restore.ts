import { decideRetirement } from '#booking/machines/decide-machine'
import { updateMachine, updateType } from '#db/write/machines'
import { restoring } from '../law/restoring.ts'
import { badFields, decideBatchesOf, decideCapacityOf, typeNameTaken } from './commands.ts'
import { everythingPromised } from './promised.ts'
import { machineRecord, machineTypeRecord } from './record.ts'

/** A machine gets back what it had by the rules for a change of it, and leaves the service again by those for retiring. */
export const machineRestoring = restoring({
  kind: machineRecord,
  mayBe({ db }, stored, again) {
    const refused = badFields(db, again, again.id)
    if (refused) return refused
    const capacity = decideCapacityOf(db, stored, again.capacity)
    if (!capacity.ok) return capacity
    const batches = decideBatchesOf(db, again)
    if (!batches.ok) return batches
    if (again.retiredMs === null || stored.retiredMs !== null) return capacity
    return decideRetirement(stored, everythingPromised(db, again.id))
  },
  write: ({ tx }, id, was) => updateMachine(tx, id, was),
})

export const machineTypeRestoring = restoring({
  kind: machineTypeRecord,
  mayBe: ({ db }, _, again) => typeNameTaken(db, again.name, again.id) ?? { ok: true },
  write: ({ tx }, id, was) => updateType(tx, id, was),
})
