import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BatchStatus, ShareStatus } from '#booking/batches/state'
import { dayColumns } from './day-columns.ts'

export const batches = sqliteTable('batches', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id').notNull(),
  status: text('status').$type<BatchStatus>().notNull().default('open'),
  startMs: integer('start_ms').notNull(),
  /** Of a batch that lasts until its grain is dry, only expected. */
  endMs: integer('end_ms').notNull(),
  ...dayColumns,
  /** The local day on which it begins: its sacks count among those of that day. */
  day: text('day').notNull(),
  bufferBeforeMs: integer('buffer_before_ms').notNull().default(0),
  bufferAfterMs: integer('buffer_after_ms').notNull().default(0),
  openEnded: integer('open_ended', { mode: 'boolean' }).notNull().default(false),
  /** When somebody expects it to end, if they said so since it was opened. */
  expectedEndMs: integer('expected_end_ms'),
  note: text('note').notNull().default(''),
  reason: text('reason').notNull().default(''),
  openedBy: text('opened_by'),
  openedMs: integer('opened_ms').notNull(),
  doneMs: integer('done_ms'),
})

/** A member's sacks in a batch. */
export const batchShares = sqliteTable('batch_shares', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  batchId: text('batch_id').notNull(),
  memberId: text('member_id').notNull(),
  fieldId: text('field_id'),
  /** As estimated. What they weighed is in `weighings`. */
  sacks: integer('sacks').notNull(),
  ripeDay: text('ripe_day'),
  status: text('status').$type<ShareStatus>().notNull().default('active'),
  /** The order in which the shares were added. */
  turn: integer('turn').notNull(),
  note: text('note').notNull().default(''),
  reason: text('reason').notNull().default(''),
  /** The share that it was split from. */
  splitFrom: text('split_from'),
  addedBy: text('added_by'),
  addedMs: integer('added_ms').notNull(),
})

/** What a share weighed. The last row of a share holds. */
export const weighings = sqliteTable(
  'weighings',
  {
    shareId: text('share_id').notNull(),
    nth: integer('nth').notNull(),
    sacks: integer('sacks').notNull(),
    grams: integer('grams').notNull(),
    note: text('note').notNull().default(''),
    enteredBy: text('entered_by'),
    enteredMs: integer('entered_ms').notNull(),
  },
  table => [primaryKey({ columns: [table.shareId, table.nth] })],
)

/** How moist the grain of a batch was, in tenths of a percent. */
export const moistureReadings = sqliteTable(
  'moisture_readings',
  {
    batchId: text('batch_id').notNull(),
    nth: integer('nth').notNull(),
    permille: integer('permille').notNull(),
    note: text('note').notNull().default(''),
    enteredBy: text('entered_by'),
    enteredMs: integer('entered_ms').notNull(),
  },
  table => [primaryKey({ columns: [table.batchId, table.nth] })],
)
