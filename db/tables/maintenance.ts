import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  CostKind,
  MaintenanceKind,
  MaintenanceStatus,
  MaintenanceStep,
} from '#booking/maintenance/kinds'
import { dayColumns } from './day-columns.ts'
import { textList } from './text-list.ts'

export const maintenance = sqliteTable('maintenance', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id').notNull(),
  kind: text('kind').$type<MaintenanceKind>().notNull(),
  status: text('status').$type<MaintenanceStatus>().notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  ...dayColumns,
  note: text('note').notNull().default(''),
  scheduledBy: text('scheduled_by'),
  scheduledMs: integer('scheduled_ms').notNull().default(0),
  finishedMs: integer('finished_ms'),
  /** It lasts until it is finished; its end moves on while it lasts. */
  openEnded: integer('open_ended', { mode: 'boolean' }).notNull().default(false),
  /** When somebody expects an open-ended one to end; null if nobody said. */
  expectedEndMs: integer('expected_end_ms'),
  /** The hashes of its photos. */
  photos: textList('photos').notNull().default([]),
  /** Who is to do it. */
  technician: text('technician').notNull().default(''),
  /** When the work began, and when its costs were closed, as `maintenance_facts` say. */
  startedMs: integer('started_ms'),
  closedMs: integer('closed_ms'),
})

/** When the work began and ended, and what was done. Rows are only added; `corrects` names the one put right. */
export const maintenanceFacts = sqliteTable('maintenance_facts', {
  id: text('id').primaryKey(),
  maintenanceId: text('maintenance_id').notNull(),
  kind: text('kind').$type<MaintenanceStep>().notNull(),
  happened: integer('happened', { mode: 'boolean' }).notNull().default(true),
  atMs: integer('at_ms').notNull(),
  technician: text('technician').notNull().default(''),
  meterHours: real('meter_hours'),
  done: text('done').notNull().default(''),
  reason: text('reason').notNull().default(''),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull().default(0),
  corrects: text('corrects'),
})

/** Parts and labour. Rows are only added; `corrects` names the one put right. */
export const maintenanceCosts = sqliteTable('maintenance_costs', {
  id: text('id').primaryKey(),
  maintenanceId: text('maintenance_id').notNull(),
  kind: text('kind').$type<CostKind>().notNull(),
  what: text('what').notNull(),
  thousandths: integer('thousandths').notNull(),
  eachCentavos: integer('each_centavos').notNull(),
  centavos: integer('centavos').notNull(),
  reason: text('reason').notNull().default(''),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull(),
  corrects: text('corrects'),
})
