import { asc, eq, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/availability/block'
import type { MachineFacts } from '#booking/bookings/decide-booking'
import { machineStatus } from '#booking/machines/machine-status'
import type { Rate } from '#booking/money/price'
import { rulesFor, type TypeRules } from '#booking/settings/rules'
import type { LocalDay } from '#booking/time/day'
import { preparedSql, type ReadDb } from '../file.ts'
import { careful, instantOr, isInstant } from '../odd-values.ts'
import { readingById } from '../rows.ts'
import { machinePhotos, machines, machineTypes } from '../tables/machines.ts'
import { NOT_A_LIST } from '../tables/text-list.ts'
import { ratesOn, rateToday } from './rates.ts'
import type { OfficeSettings } from './settings.ts'

export type StoredMachine = typeof machines.$inferSelect
export type StoredType = typeof machineTypes.$inferSelect

/** What a booking copies from a machine, and what the rules need to know about it. */
type BookedMachine = Pick<
  StoredMachine,
  | 'id'
  | 'typeId'
  | 'name'
  | 'bookingMode'
  | 'capacity'
  | 'bufferBeforeMs'
  | 'bufferAfterMs'
  | 'retiredMs'
  | 'batchSacks'
  | 'daySacks'
>
type BookedColumns = BookedMachine & TypeRules & { pendingBlocks: number }

const BOOKED = `
  SELECT m.id, m.type_id AS typeId, m.name, m.booking_mode AS bookingMode, m.capacity, m.retired_ms AS retiredMs,
    m.buffer_before_ms AS bufferBeforeMs, m.buffer_after_ms AS bufferAfterMs, m.pending_blocks AS pendingBlocks,
    m.batch_sacks AS batchSacks, m.day_sacks AS daySacks, t.min_notice_days AS minNoticeDays, t.max_days AS maxDays, t.horizon_days AS horizonDays
  FROM machines m JOIN machine_types t ON t.id = m.type_id`
const booked = preparedSql<{ id: string }, BookedColumns>(`${BOOKED} WHERE m.id = @id`)
const bookedOfType = preparedSql<{ typeId: string }, BookedColumns>(
  `${BOOKED} WHERE m.type_id = @typeId AND m.retired_ms IS NULL ORDER BY m.name`,
)

/** A machine with the rules that apply to it, as decisions need it. */
export function readMachine(db: ReadDb, id: string, settings: OfficeSettings) {
  const row = booked(db).get({ id })
  return (
    row && { stored: { ...row, pendingBlocks: row.pendingBlocks === 1 }, facts: factsOf(row, row, settings) }
  )
}

/** A machine with all its stored particulars. */
export const readStoredMachine = readingById(machines)

function factsOf(machine: BookedMachine, type: TypeRules, settings: OfficeSettings): MachineFacts {
  return {
    id: machine.id,
    typeId: machine.typeId,
    name: machine.name,
    bookingMode: machine.bookingMode,
    capacity: machine.capacity,
    bufferBeforeMs: machine.bufferBeforeMs,
    bufferAfterMs: machine.bufferAfterMs,
    retired: machine.retiredMs !== null,
    rules: rulesFor(settings.rules, type),
  }
}

/** All machines of a type that are in service, with the facts for decisions, by name. */
export function readMachinesOfType(db: ReadDb, typeId: string, settings: OfficeSettings): MachineFacts[] {
  return bookedOfType(db)
    .all({ typeId })
    .map(row => factsOf(row, row, settings))
}

const capacities = preparedSql<object, Pick<StoredMachine, 'id' | 'capacity'>>(
  'SELECT id, capacity FROM machines WHERE retired_ms IS NULL',
)

/** The machines in service, and how many units each has. */
export function readCapacities(db: ReadDb) {
  return capacities(db).all({})
}

type OutRow = { machineId: string; bookingId: string; memberName: string; endMs: number; units: number }
const OUT = `
  SELECT b.machine_id AS machineId, b.id AS bookingId, m.name AS memberName, b.end_ms AS endMs, b.units
  FROM bookings b INDEXED BY bookings_out JOIN members m ON m.id = b.member_id WHERE b.status = 'in-use'`
const allOut = preparedSql<object, OutRow>(OUT)
const outOfOne = preparedSql<{ machineId: string }, OutRow>(`${OUT} AND b.machine_id = @machineId`)
const REPAIRED = `
  SELECT machine_id AS machineId FROM maintenance
  WHERE status = 'planned' AND start_ms <= @nowMs AND (end_ms > @nowMs OR open_ended = 1)`
const allRepaired = preparedSql<{ nowMs: number }, { machineId: string }>(REPAIRED)
const oneRepaired = preparedSql<{ nowMs: number; machineId: string }, { machineId: string }>(
  `${REPAIRED} AND machine_id = @machineId LIMIT 1`,
)
const IN_SESSION = `
  SELECT m.machine_id AS machineId FROM sessions s CROSS JOIN session_machines m
  WHERE s.status = 'planned' AND s.start_ms <= @nowMs AND s.end_ms > @nowMs AND m.session_id = s.id AND m.status = 'taken'`
const allInSession = preparedSql<{ nowMs: number }, { machineId: string }>(IN_SESSION)
const oneInSession = preparedSql<{ nowMs: number; machineId: string }, { machineId: string }>(
  `${IN_SESSION} AND m.machine_id = @machineId LIMIT 1`,
)

const IN_BATCH = `
  SELECT machine_id AS machineId FROM batches
  WHERE status = 'open' AND start_ms <= @nowMs AND (end_ms > @nowMs OR open_ended = 1)`
const allInBatch = preparedSql<{ nowMs: number }, { machineId: string }>(IN_BATCH)
const oneInBatch = preparedSql<{ nowMs: number; machineId: string }, { machineId: string }>(
  `${IN_BATCH} AND machine_id = @machineId LIMIT 1`,
)

function selectMachines(db: ReadDb) {
  return db
    .select({ machine: machines, type: machineTypes, photo: machinePhotos.machineId })
    .from(machines)
    .innerJoin(machineTypes, eq(machineTypes.id, machines.typeId))
    .leftJoin(machinePhotos, eq(machinePhotos.machineId, machines.id))
    .$dynamic()
}

/**
 * Every machine as lists show it, by name. The status is computed from what is out and under maintenance at `nowMs`, and
 * the rate is that of `today`.
 */
export function listMachines(
  db: ReadDb,
  settings: OfficeSettings,
  nowMs: number,
  today: LocalDay,
): ShownMachine[] {
  const out = allOut(db).all({})
  const repaired = new Set(
    allRepaired(db)
      .all({ nowMs })
      .map(row => row.machineId),
  )
  const rateOf = ratesOn(db, today)
  const inSession = new Set(
    allInSession(db)
      .all({ nowMs })
      .map(row => row.machineId),
  )
  const inBatch = new Set(
    allInBatch(db)
      .all({ nowMs })
      .map(row => row.machineId),
  )
  const rows = selectMachines(db)
    .orderBy(asc(sql`${machines.name} COLLATE NOCASE`))
    .all()
  return rows.map(row => {
    const { id } = row.machine
    const mine = out.filter(one => one.machineId === id)
    const now = {
      out: mine,
      inMaintenance: repaired.has(id),
      inSession: inSession.has(id),
      inBatch: inBatch.has(id),
      rate: rateOf(row.machine),
    }
    return shownMachine(row, now, settings, nowMs)
  })
}

/** One machine as `listMachines` returns it. */
export function readShownMachine(
  db: ReadDb,
  machineId: string,
  settings: OfficeSettings,
  nowMs: number,
  today: LocalDay,
): ShownMachine | undefined {
  const row = selectMachines(db).where(eq(machines.id, machineId)).get()
  if (!row) return undefined
  const inMaintenance = oneRepaired(db).get({ nowMs, machineId }) !== undefined
  const inSession = oneInSession(db).get({ nowMs, machineId }) !== undefined
  const now = {
    out: outOfOne(db).all({ machineId }),
    inMaintenance,
    inSession,
    inBatch: oneInBatch(db).get({ nowMs, machineId }) !== undefined,
    rate: rateToday(db, machineId, today),
  }
  return shownMachine(row, now, settings, nowMs)
}

export type ShownMachine = ReturnType<typeof shownMachine>

function shownMachine(
  row: { machine: StoredMachine; type: StoredType; photo: string | null },
  now: {
    out: readonly OutRow[]
    inMaintenance: boolean
    inSession: boolean
    inBatch: boolean
    rate: Rate | null | undefined
  },
  settings: OfficeSettings,
  nowMs: number,
) {
  const { retiredMs, rateCentavos: _first, ratePer: _per, ...machine } = row.machine
  const { minNoticeDays, maxDays, horizonDays } = rulesFor(settings.rules, row.type)
  const { out, inMaintenance, inSession, inBatch, rate } = now
  const unitsOut = out.reduce((sum, one) => sum + one.units, 0)
  const { take, marked } = careful()
  const isMode = machine.bookingMode === 'days' || machine.bookingMode === 'time'
  return {
    ...machine,
    type: row.type.name,
    stays: row.type.stays,
    bookingMode: take('bookingMode', isMode, machine.bookingMode, 'days' as const),
    capacity: take('capacity', Number.isSafeInteger(machine.capacity), machine.capacity, 1),
    bufferBeforeMs: take('bufferBeforeMs', isInstant(machine.bufferBeforeMs), machine.bufferBeforeMs, 0),
    bufferAfterMs: take('bufferAfterMs', isInstant(machine.bufferAfterMs), machine.bufferAfterMs, 0),
    implements: take('implements', machine.implements !== NOT_A_LIST, machine.implements, []),
    rate: take('rate', rate !== undefined, rate ?? null, null),
    hasPhoto: row.photo !== null,
    status: machineStatus({
      retired: retiredMs !== null,
      capacity: machine.capacity,
      unitsOut,
      inMaintenance,
      inSession,
      inBatch,
    }),
    out: out.map(({ bookingId, memberName, endMs }) => ({
      bookingId,
      memberName,
      endMs: instantOr(endMs, 0),
      overdue: isOverdue({ endMs }, nowMs),
    })),
    rules: { minNoticeDays, maxDays, horizonDays },
    ...marked(),
  }
}

export function listTypes(db: ReadDb): StoredType[] {
  return db
    .select()
    .from(machineTypes)
    .orderBy(asc(sql`${machineTypes.name} COLLATE NOCASE`))
    .all()
}

/** As much of a machine as a search compares and shows. */
export type MachineKey = Pick<StoredMachine, 'id' | 'name'> & {
  readonly type: string
  /** What is on its plate; empty if it has none. */
  readonly plate: string
  readonly retired: boolean
}
const keysSql = preparedSql<object, Omit<MachineKey, 'retired'> & { retired: number }>(`
  SELECT m.id, m.name, m.registration_number AS plate, t.name AS type,
    m.retired_ms IS NOT NULL AS retired
  FROM machines m JOIN machine_types t ON t.id = m.type_id ORDER BY m.name COLLATE NOCASE`)

/** Every machine, by name, for the search. */
export function machineKeys(db: ReadDb): MachineKey[] {
  return keysSql(db)
    .all({})
    .map(row => ({ ...row, retired: row.retired === 1 }))
}

export const readType = readingById(machineTypes)

export function readPhoto(db: ReadDb, machineId: string): string | null {
  return db.select().from(machinePhotos).where(eq(machinePhotos.machineId, machineId)).get()?.photo ?? null
}

/** Whether another machine has the name, ignoring case. */
export function machineNamed(db: ReadDb, name: string): StoredMachine | undefined {
  return db.select().from(machines).where(sql`${machines.name} = ${name} COLLATE NOCASE`).get()
}

export function typeNamed(db: ReadDb, name: string): StoredType | undefined {
  return db.select().from(machineTypes).where(sql`${machineTypes.name} = ${name} COLLATE NOCASE`).get()
}
