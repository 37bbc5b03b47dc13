import { peakLoad } from '#booking/availability/load'
import { BLOCKING } from '#booking/in-the-way'
import { refuse } from '#booking/refusal'
import { DAY_MS } from '#booking/time/day'
import type { InputOf } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readLoads, readMachineOut } from '#db/read/availability'
import { machineNamed, readType, type StoredMachine, typeNamed } from '#db/read/machines'
import { insertMachine, insertType, keepPhoto, updateMachine, updateType } from '#db/write/machines'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn, commandOnWith } from '../law/command.ts'
import { ALL_TIME, everythingPromised, MOST_PROMISED } from './promised.ts'
import { machineRecord, machineTypeRecord } from './record.ts'

export const add = command('machines.add', (context, { commandId: id, ...fields }) => {
  const refused = badFields(context.tx, fields)
  if (refused) return refused
  return addRecord(context, machineRecord, id, () => insertMachine(context.tx, { id, ...columns(fields) }))
})

export const change = commandOn('machines.change', machineRecord, (context, stored, args) => {
  const { commandId: _, machineId, version: _v, ...fields } = args
  const { tx } = context
  const refused = badFields(tx, fields, machineId) ?? capacityInUse(tx, stored, fields.capacity)
  if (refused) return refused
  return changeRecord(context, machineRecord, machineId, () => updateMachine(tx, machineId, columns(fields)))
})

type PhotoArgs = Omit<InputOf<'machines.setPhoto'>, 'photo'> & { photoHash: string | null }

/**
 * @param photo stored with the machine only; the command keeps its hash
 */
export const setPhoto = commandOnWith(
  'machines.setPhoto',
  machineRecord,
  (photo: string | null) =>
    (context, { id }, _: PhotoArgs) =>
      changeRecord(context, machineRecord, id, () => {
        keepPhoto(context.tx, id, photo)
        updateMachine(context.tx, id, {})
      }),
)

/** Takes a machine out of service for good. Refused while somebody has it or was promised it. */
export const retire = commandOn('machines.retire', machineRecord, (context, stored) => {
  const { id: machineId, name: machineName } = stored
  if (stored.retiredMs !== null) return refuse({ reason: 'machine-out-of-service', machineId, machineName })
  const promised = everythingPromised(context.tx, machineId)
  if (promised.length > 0) return refuse({ reason: 'still-promised', by: promised.slice(0, MOST_PROMISED) })
  return changeRecord(context, machineRecord, machineId, () =>
    updateMachine(context.tx, machineId, { retiredMs: context.nowMs }),
  )
})

export const addType = command('machines.addType', (context, { commandId: id, ...fields }) => {
  const taken = typeNameTaken(context.tx, fields.name)
  return taken ?? addRecord(context, machineTypeRecord, id, () => insertType(context.tx, { id, ...fields }))
})

export const changeType = commandOn('machines.changeType', machineTypeRecord, (context, { id }, args) => {
  const { commandId: _, typeId: _t, version: _v, ...fields } = args
  const taken = typeNameTaken(context.tx, fields.name, id)
  return taken ?? changeRecord(context, machineTypeRecord, id, () => updateType(context.tx, id, fields))
})

export function typeNameTaken(db: ReadDb, name: string, ownId?: string) {
  const namesake = typeNamed(db, name)
  if (!namesake || namesake.id === ownId) return undefined
  return refuse({ reason: 'name-taken', name, what: 'machine-type' })
}

type MachineFields = Omit<InputOf<'machines.add'>, 'commandId'>
type CheckedFields = Pick<
  MachineFields,
  'typeId' | 'name' | 'bookingMode' | 'bufferBeforeMs' | 'bufferAfterMs'
>

export function badFields(tx: ReadDb, args: CheckedFields, ownId?: string) {
  if (!readType(tx, args.typeId))
    return refuse({ reason: 'not-found', what: 'machine-type', id: args.typeId })
  const namesake = machineNamed(tx, args.name)
  if (namesake && namesake.id !== ownId)
    return refuse({ reason: 'name-taken', name: args.name, what: 'machine' })
  const wholeDays = args.bufferBeforeMs % DAY_MS === 0 && args.bufferAfterMs % DAY_MS === 0
  if (args.bookingMode === 'days' && !wholeDays) return refuse({ reason: 'buffers-not-whole-days' })
  return undefined
}

/** A smaller capacity must still fit every promise (A10). */
export function capacityInUse(tx: ReadDb, machine: StoredMachine, capacity: number) {
  if (capacity >= machine.capacity) return undefined
  const loads = readLoads(tx, machine.id, ALL_TIME).filter(load => !load.whole)
  const out = readMachineOut(tx, machine.id).reduce((units, one) => units + one.booking.units, 0)
  const needed = Math.max(peakLoad(ALL_TIME, loads), out)
  if (needed <= capacity) return undefined
  const by = everythingPromised(tx, machine.id).filter(what => !BLOCKING[what.kind].whole)
  return refuse({ reason: 'capacity-in-use', capacity, needed, by: by.slice(0, MOST_PROMISED) })
}

/** The fields as columns. Except for the rate, they have the same names. */
function columns({ rate, ...fields }: MachineFields) {
  return { ...fields, rateCentavos: rate?.centavos ?? null, ratePer: rate?.per ?? null }
}
