import { refuse } from '#booking/refusal'
import { updateMachine, updateType } from '#db/write/machines'
import { restoring } from '../law/restoring.ts'
import { badFields, capacityInUse, typeNameTaken } from './commands.ts'
import { everythingPromised, MOST_PROMISED } from './promised.ts'
import { machineRecord, machineTypeRecord } from './record.ts'

/** A machine gets back what it had by the rules for a change of it, and leaves the service again by those for retiring. */
export const machineRestoring = restoring({
  kind: machineRecord,
  mayBe({ db }, stored, again) {
    const refused = badFields(db, again, again.id) ?? capacityInUse(db, stored, again.capacity)
    if (refused) return refused
    if (again.retiredMs === null || stored.retiredMs !== null) return { ok: true }
    const promised = everythingPromised(db, again.id)
    return promised.length === 0
      ? { ok: true }
      : refuse({ reason: 'still-promised', by: promised.slice(0, MOST_PROMISED) })
  },
  write: ({ tx }, id, was) => updateMachine(tx, id, was),
})

export const machineTypeRestoring = restoring({
  kind: machineTypeRecord,
  mayBe: ({ db }, _, again) => typeNameTaken(db, again.name, again.id) ?? { ok: true },
  write: ({ tx }, id, was) => updateType(tx, id, was),
})
