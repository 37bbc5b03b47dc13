import { decideBatchSacks } from '#booking/batches/decide-batch'
import { sacksOfBatch } from '#booking/batches/state'
import { decideBuffers, decideCapacity, decideRetirement } from '#booking/machines/decide-machine'
import { type Decision, refuse } from '#booking/refusal'
import { ALL_TIME } from '#booking/time/interval'
import type { InputOf } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readLoads, readMachineOut } from '#db/read/availability'
import { readOpenLoads } from '#db/read/batches'
import { machineNamed, readType, type StoredMachine, typeNamed } from '#db/read/machines'
import { insertMachine, insertType, keepPhoto, updateMachine, updateType } from '#db/write/machines'
import { releaseEndedSessions } from '#db/write/sessions'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn, commandOnWith } from '../law/command.ts'
import { changeRateToday } from '../rates/commands.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { everythingPromised } from './promised.ts'
import { machineRecord, machineTypeRecord } from './record.ts'

export const add = freesTime(
  command('machines.add', (context, { commandId: id, ...fields }) => {
    const refused = badFields(context.tx, fields)
    if (refused) return refused
    return addRecord(context, machineRecord, id, () => insertMachine(context.tx, { id, ...columns(fields) }))
  }),
)

export const change = freesTime(
  commandOn('machines.change', machineRecord, (context, stored, args) => {
    const { commandId: _, machineId, version: _v, rate, ...fields } = args
    const { tx } = context
    const refused = badFields(tx, fields, machineId)
    if (refused) return refused
    const decision = decideCapacityOf(tx, stored, fields.capacity)
    if (!decision.ok) return decision
    const batches = decideBatchesOf(tx, { ...stored, ...given(fields) })
    if (!batches.ok) return batches
    return changeRecord(context, machineRecord, machineId, () => {
      if (rate !== undefined) changeRateToday(context, machineId, rate)
      updateMachine(tx, machineId, fields)
    })
  }),
)

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

/** Takes a machine out of service for good. */
export const retire = commandOn('machines.retire', machineRecord, (context, stored) => {
  releaseEndedSessions(context.tx, stored.id, context.nowMs)
  const decision = decideRetirement(stored, everythingPromised(context.tx, stored.id))
  if (!decision.ok) return decision
  return changeRecord(context, machineRecord, stored.id, () =>
    updateMachine(context.tx, stored.id, { retiredMs: context.nowMs }),
  )
})

export const addType = command('machines.addType', (context, { commandId: id, ...fields }) => {
  const taken = typeNameTaken(context.tx, fields.name)
  return (
    taken ??
    addRecord(context, machineTypeRecord, id, () => insertType(context.tx, { id, ...typeColumns(fields) }))
  )
})

export const changeType = freesTime(
  commandOn('machines.changeType', machineTypeRecord, (context, { id }, args) => {
    const { commandId: _, typeId: _t, version: _v, ...fields } = args
    const taken = typeNameTaken(context.tx, fields.name, id)
    return (
      taken ??
      changeRecord(context, machineTypeRecord, id, () => updateType(context.tx, id, typeColumns(fields)))
    )
  }),
)

/** A late fee is by the day, unless it says by the hour; without an amount there is none. */
function typeColumns<Fields extends Pick<InputOf<'machines.addType'>, 'lateFeeCentavos' | 'lateFeePer'>>(
  fields: Fields,
): Fields {
  const { lateFeeCentavos, lateFeePer } = fields
  if (lateFeeCentavos === undefined) return { ...fields, lateFeePer: undefined }
  return { ...fields, lateFeePer: lateFeeCentavos === null ? null : (lateFeePer ?? 'day') }
}

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
  const buffers = decideBuffers(args)
  return buffers.ok ? undefined : buffers
}

export function decideCapacityOf(tx: ReadDb, machine: StoredMachine, capacity: number): Decision {
  return decideCapacity(machine, capacity, {
    loads: readLoads(tx, machine.id, ALL_TIME),
    unitsOut: readMachineOut(tx, machine.id).map(out => out.booking.units),
    promised: everythingPromised(tx, machine.id),
  })
}

/** Every batch that is open still fits the machine. */
export function decideBatchesOf(tx: ReadDb, machine: StoredMachine): Decision {
  return decideBatchSacks(readOpenLoads(tx, machine.id), sacksOfBatch(machine), machine.daySacks)
}

/** Without what was left out. */
function given<Fields extends object>(fields: Fields) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [F in keyof Fields]: Exclude<Fields[F], undefined> }
}

/** The fields as columns. Except for the rate, they have the same names. */
function columns({ rate, ...fields }: MachineFields) {
  return { ...fields, rateCentavos: rate?.centavos ?? null, ratePer: rate?.per ?? null }
}
