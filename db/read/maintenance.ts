import { and, asc, desc, eq, gt, lt, not, or, sql } from 'drizzle-orm'
import {
  MAINTENANCE_KINDS,
  MAINTENANCE_STATUSES,
  type MaintenanceState,
  type MaintenanceStatus,
} from '#booking/maintenance/kinds'
import type { ReadDb } from '../file.ts'
import { careful, idOrNull, instantOr, isInstant, isOneOf } from '../odd-values.ts'
import { isReadablePeriod, periodOf } from '../period-columns.ts'
import { readingById } from '../rows.ts'
import { machines } from '../tables/machines.ts'
import { maintenance } from '../tables/maintenance.ts'
import { NOT_A_LIST } from '../tables/text-list.ts'
import { users } from '../tables/users.ts'
import { NOBODY } from './bookings.ts'

export type StoredMaintenance = typeof maintenance.$inferSelect

export const readMaintenance = readingById(maintenance)

const OF_FINISH = sql.raw("maintenance_id = maintenance.id AND kind = 'finish' AND happened = 1")
const OF_START = sql.raw("maintenance_id = maintenance.id AND kind = 'start' AND happened = 1")

function selectShown(db: ReadDb) {
  return db
    .select({
      maintenance,
      machineName: machines.name,
      userName: users.name,
      done: sql<string | null>`(SELECT done FROM last_maintenance_facts WHERE ${OF_FINISH})`,
      didIt: sql<string | null>`coalesce(
        (SELECT nullif(technician, '') FROM last_maintenance_facts WHERE ${OF_FINISH}),
        (SELECT nullif(technician, '') FROM last_maintenance_facts WHERE ${OF_START}))`,
      meterHours: sql<number | null>`coalesce(
        (SELECT meter_hours FROM last_maintenance_facts WHERE ${OF_FINISH}),
        (SELECT meter_hours FROM last_maintenance_facts WHERE ${OF_START}))`,
      costCentavos: sql<number>`(SELECT coalesce(sum(c.centavos), 0) FROM maintenance_costs c
        WHERE c.maintenance_id = maintenance.id
          AND NOT EXISTS (SELECT 1 FROM maintenance_costs d WHERE d.corrects = c.id))`,
    })
    .from(maintenance)
    .innerJoin(machines, eq(machines.id, maintenance.machineId))
    .leftJoin(users, eq(users.id, maintenance.scheduledBy))
    .$dynamic()
}

type ShownColumns = {
  maintenance: StoredMaintenance
  machineName: string
  userName: string | null
  done: string | null
  didIt: string | null
  meterHours: number | null
  costCentavos: number
}

function shown(row: ShownColumns) {
  const {
    fromDay: _,
    toDay: _to,
    fromOffset: _from,
    toOffset: _offset,
    scheduledBy,
    ...rest
  } = row.maintenance
  const { take, marked } = careful()
  const period = periodOf(row.maintenance)
  const isTime = (ms: number | null) => ms === null || isInstant(ms)
  return {
    ...rest,
    kind: take('kind', isOneOf(MAINTENANCE_KINDS, rest.kind), rest.kind, 'corrective' as const),
    status: take('status', isOneOf(MAINTENANCE_STATUSES, rest.status), rest.status, 'cancelled' as const),
    machineName: row.machineName ?? '',
    period: take('period', isReadablePeriod(row.maintenance), period, period),
    startMs: instantOr(rest.startMs, 0),
    endMs: instantOr(rest.endMs, 0),
    scheduledBy: { id: idOrNull(scheduledBy) ?? NOBODY, name: row.userName ?? 'system' },
    scheduledMs: take('scheduledMs', isTime(rest.scheduledMs), rest.scheduledMs, 0),
    finishedMs: take('finishedMs', isTime(rest.finishedMs), rest.finishedMs, null),
    technician: row.didIt ?? rest.technician,
    startedMs: take('startedMs', isTime(rest.startedMs), rest.startedMs, null),
    closedMs: take('closedMs', isTime(rest.closedMs), rest.closedMs, null),
    meterHours: row.meterHours !== null && Number.isFinite(row.meterHours) ? row.meterHours : null,
    workDone: row.done ?? '',
    costCentavos: row.costCentavos,
    photos: take('photos', rest.photos !== NOT_A_LIST, rest.photos, []),
    ...marked(),
  }
}

export type ShownMaintenance = ReturnType<typeof shown>

export function readShownMaintenance(db: ReadDb, id: string): ShownMaintenance | undefined {
  const row = selectShown(db).where(eq(maintenance.id, id)).get()
  return row && shown(row)
}

/** Maintenance as a refusal names it, and whether it lasts until it is finished and is not. */
export function readRepair(db: ReadDb, id: string) {
  const row = readShownMaintenance(db, id)
  if (!row) return undefined
  const { kind: maintenanceKind, note, period, startMs, endMs, openEnded } = row
  const said = { maintenanceId: id, maintenanceKind, note, period, startMs, endMs }
  const what = { kind: 'maintenance' as const, ...said, ...(openEnded && { openEnded: true as const }) }
  return { what, lasts: openEnded && row.status === 'planned' }
}

const NOT_BEGUN = sql`(${maintenance.startedMs} IS NULL AND NOT ${maintenance.openEnded})`

export type MaintenanceFilter = {
  machineId?: string | undefined
  /** With neither of these, every one of them. */
  status?: MaintenanceStatus | undefined
  state?: MaintenanceState | undefined
  after?: { startMs: number; id: string } | undefined
  limit: number
}

/** A page of maintenance: planned earliest first, the rest newest first. */
export function listMaintenance(db: ReadDb, filter: MaintenanceFilter) {
  const { after } = filter
  const { state } = filter
  const status = state === 'scheduled' || state === 'under-way' ? 'planned' : (state ?? filter.status)
  const direction = status === 'planned' ? asc : desc
  const beyond = status === 'planned' ? gt : lt
  return selectShown(db)
    .where(
      and(
        status && eq(maintenance.status, status),
        state === 'scheduled' ? NOT_BEGUN : state === 'under-way' ? not(NOT_BEGUN) : undefined,
        filter.machineId === undefined ? undefined : eq(maintenance.machineId, filter.machineId),
        after &&
          or(
            beyond(maintenance.startMs, after.startMs),
            and(sql`${maintenance.startMs} = ${after.startMs}`, beyond(maintenance.id, after.id)),
          ),
      ),
    )
    .orderBy(direction(maintenance.startMs), direction(maintenance.id))
    .limit(filter.limit)
    .all()
    .map(shown)
}
