import { peakLoad } from '#booking/availability/load'
import { type InTheWay, refuse } from '#booking/refusal'
import { DAY_MS } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import type { WriteTx } from '#db/file'
import { readBlocks, readLoads, readMachineOut } from '#db/read/availability'
import type { StoredMachine } from '#db/read/machines'
import { listMachines, machineNamed, readStoredMachine, readType, typeNamed } from '#db/read/machines'
import { insertMachine, insertType, keepPhoto, updateMachine, updateType } from '#db/write/machines'
import { type CommandContext, difference, type Handler } from '../law/command.ts'
import { checkVersion } from '../law/version.ts'

type Args = CallArgs['machines']
type ShownMachine = ReturnType<typeof listMachines>[number]
type MachineHandler<Name extends keyof Args> = Handler<Args[Name], { machine: ShownMachine }>
type StoredType = NonNullable<ReturnType<typeof readType>>
type TypeHandler<Name extends keyof Args> = Handler<Args[Name], { type: StoredType }>

export const add: MachineHandler<'add'> = (context, args) => {
  const refused = badFields(context.tx, args)
  if (refused) return refused
  const id = context.commandId
  insertMachine(context.tx, { id, ...columns(args) })
  const machine = shown(context, id)
  record(context, machine, null)
  return { ok: true, machine }
}

export const change: MachineHandler<'change'> = (context, args) => {
  const found = findMachine(context, args)
  if (!found.ok) return found
  const { tx } = context
  const refused = badFields(tx, args, args.machineId) ?? capacityInUse(tx, found.stored, args.capacity)
  if (refused) return refused
  updateMachine(tx, args.machineId, columns(args))
  return changed(context, found.before)
}

export const setPhoto: MachineHandler<'setPhoto'> = (context, args) => {
  const found = findMachine(context, args)
  if (!found.ok) return found
  keepPhoto(context.tx, args.machineId, args.photo)
  updateMachine(context.tx, args.machineId, {})
  return changed(context, found.before)
}

/** Takes a machine out of service for good; not while anybody has it or was promised it. */
export const retire: MachineHandler<'retire'> = (context, args) => {
  const found = findMachine(context, args)
  if (!found.ok) return found
  if (found.stored.retiredMs !== null) {
    return refuse({
      reason: 'machine-out-of-service',
      machineId: args.machineId,
      machineName: found.stored.name,
    })
  }
  const promised = everythingPromised(context.tx, args.machineId)
  if (promised.length > 0) return refuse({ reason: 'still-promised', by: promised.slice(0, 20) })
  updateMachine(context.tx, args.machineId, { retiredMs: context.nowMs })
  return changed(context, found.before)
}

export const addType: TypeHandler<'addType'> = (context, { commandId: id, ...fields }) => {
  if (typeNamed(context.tx, fields.name)) return refuse({ reason: 'name-taken', name: fields.name })
  insertType(context.tx, { id, ...fields })
  return recordType(context, id, null)
}

export const changeType: TypeHandler<'changeType'> = (context, args) => {
  const { commandId: _, typeId, version, ...fields } = args
  const before = readType(context.tx, typeId)
  if (!before) return refuse({ reason: 'not-found', what: 'machine type', id: typeId })
  const stale = checkVersion(context.tx, 'machine-type', before, version)
  if (stale) return stale
  const namesake = typeNamed(context.tx, fields.name)
  if (namesake && namesake.id !== typeId) return refuse({ reason: 'name-taken', name: fields.name })
  updateType(context.tx, typeId, fields)
  return recordType(context, typeId, before)
}

function findMachine(context: CommandContext, args: { machineId: string; version: number }) {
  const stored = readStoredMachine(context.tx, args.machineId)
  if (!stored) return refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
  const stale = checkVersion(context.tx, 'machine', stored, args.version)
  return stale ?? { ok: true as const, stored, before: shown(context, args.machineId) }
}

function badFields(tx: WriteTx, args: Args['add'], ownId?: string) {
  if (!readType(tx, args.typeId))
    return refuse({ reason: 'not-found', what: 'machine type', id: args.typeId })
  const namesake = machineNamed(tx, args.name)
  if (namesake && namesake.id !== ownId) return refuse({ reason: 'name-taken', name: args.name })
  const wholeDays = args.bufferBeforeMs % DAY_MS === 0 && args.bufferAfterMs % DAY_MS === 0
  if (args.bookingMode === 'days' && !wholeDays) return refuse({ reason: 'buffers-not-whole-days' })
  return undefined
}

const ALL_TIME = { startMs: 0, endMs: Number.MAX_SAFE_INTEGER }

/** A smaller capacity must still carry every promise (A10). */
function capacityInUse(tx: WriteTx, machine: StoredMachine, capacity: number) {
  if (capacity >= machine.capacity) return undefined
  const loads = readLoads(tx, machine.id, ALL_TIME).filter(load => !load.whole)
  const out = readMachineOut(tx, machine.id).reduce((units, one) => units + one.booking.units, 0)
  const needed = Math.max(peakLoad(ALL_TIME, loads), out)
  if (needed <= capacity) return undefined
  const by = everythingPromised(tx, machine.id).filter(what => what.kind !== 'maintenance')
  return refuse({ reason: 'capacity-in-use', capacity, needed, by: by.slice(0, 20) })
}

/** Every booking, hold and repair that still has the machine's time, earliest first. */
function everythingPromised(tx: WriteTx, machineId: string): InTheWay[] {
  return readBlocks(tx, machineId, ALL_TIME).map(block => block.what)
}

function columns(args: Args['add']) {
  const { name, typeId, bookingMode, capacity, unitName, bufferBeforeMs, bufferAfterMs } = args
  return {
    name,
    typeId,
    bookingMode,
    capacity,
    unitName,
    bufferBeforeMs,
    bufferAfterMs,
    pendingBlocks: args.pendingBlocks,
    location: args.location,
    note: args.note,
    implements: args.implements,
    rateCentavos: args.rate?.centavos ?? null,
    ratePer: args.rate?.per ?? null,
  }
}

function shown(context: CommandContext, id: string): ShownMachine {
  const machine = listMachines(context.tx, context.settings, context.nowMs).find(one => one.id === id)
  if (!machine) throw new Error(`machine ${id} cannot be read back`)
  return machine
}

function changed(context: CommandContext, before: ShownMachine) {
  const machine = shown(context, before.id)
  record(context, machine, before)
  return { ok: true as const, machine }
}

function record(context: CommandContext, machine: ShownMachine, before: ShownMachine | null): void {
  const { id: entityId, version, name: title } = machine
  const states = before ? difference(said(before), said(machine)) : { before: null, after: said(machine) }
  context.record({ entity: 'machine', entityId, version, title, ...states })
}

function said(machine: ShownMachine) {
  const {
    id: _,
    version: _version,
    status: _status,
    out: _out,
    rules: _rules,
    typeId: _type,
    ...rest
  } = machine
  return { ...rest, inService: machine.status !== 'out-of-service' }
}

function recordType(context: CommandContext, id: string, before: StoredType | null) {
  const type = readType(context.tx, id)
  if (!type) throw new Error(`machine type ${id} cannot be read back`)
  const { id: entityId, version, ...after } = type
  const states = before ? difference(before, after) : { before: null, after }
  context.record({ entity: 'machine-type', entityId, version, title: type.name, ...states })
  return { ok: true as const, type }
}
