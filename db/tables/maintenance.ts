import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MaintenanceKind, MaintenanceStatus } from '#booking/maintenance/kinds'
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
})
