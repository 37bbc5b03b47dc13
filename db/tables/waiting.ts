import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OfferStatus, WaitingStatus } from '#booking/waiting/status'

/** Who waits for a machine, or for any of a type. */
export const waiting = sqliteTable('waiting', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  memberId: text('member_id').notNull(),
  machineId: text('machine_id'),
  typeId: text('type_id'),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
  lengthDays: integer('length_days'),
  lengthMinutes: integer('length_minutes'),
  units: integer('units').notNull().default(1),
  status: text('status').$type<WaitingStatus>().notNull().default('waiting'),
  turn: integer('turn').notNull(),
  requestedBy: text('requested_by'),
  requestedMs: integer('requested_ms').notNull(),
  reason: text('reason').notNull().default(''),
  bookingId: text('booking_id'),
})

/** Times that are held for somebody who waits. */
export const offers = sqliteTable('offers', {
  id: text('id').primaryKey(),
  waitingId: text('waiting_id').notNull(),
  machineId: text('machine_id').notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  units: integer('units').notNull(),
  bufferBeforeMs: integer('buffer_before_ms').notNull(),
  bufferAfterMs: integer('buffer_after_ms').notNull(),
  status: text('status').$type<OfferStatus>().notNull().default('running'),
  madeMs: integer('made_ms').notNull(),
  leftMs: integer('left_ms').notNull(),
  untilMs: integer('until_ms').notNull(),
})
