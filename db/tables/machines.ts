import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FuelReadIn } from '#booking/machines/fuel'
import type { LateFeePer } from '#booking/money/late-fee'
import type { RateUnit } from '#booking/money/price'
import { textList } from './text-list.ts'

export const machineTypes = sqliteTable('machine_types', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  minNoticeDays: integer('min_notice_days'),
  maxDays: integer('max_days'),
  horizonDays: integer('horizon_days'),
  stays: integer('stays', { mode: 'boolean' }).notNull().default(false),
  /** Its machines have an hour meter. */
  meter: integer('meter', { mode: 'boolean' }).notNull().default(true),
  /** How the fuel of its machines is read. */
  fuel: text('fuel').$type<FuelReadIn>().notNull().default('litres'),
  /** What is looked at on its machines as they go out and come back. */
  points: textList('points').notNull().default([]),
  /** What is paid at the approval; null if nothing. */
  depositCentavos: integer('deposit_centavos'),
  /** What each day or hour costs that a machine comes back late; null if nothing. */
  lateFeeCentavos: integer('late_fee_centavos'),
  lateFeePer: text('late_fee_per').$type<LateFeePer>(),
  /** After so much since the last maintenance its machines need another; null: that does not count. */
  dueHours: integer('due_hours'),
  dueDays: integer('due_days'),
  dueBookings: integer('due_bookings'),
})

export const machines = sqliteTable('machines', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  typeId: text('type_id').notNull(),
  name: text('name').notNull(),
  bookingMode: text('booking_mode').$type<'days' | 'time'>().notNull(),
  capacity: integer('capacity').notNull(),
  unitName: text('unit_name').notNull().default(''),
  bufferBeforeMs: integer('buffer_before_ms').notNull().default(0),
  bufferAfterMs: integer('buffer_after_ms').notNull().default(0),
  pendingBlocks: integer('pending_blocks', { mode: 'boolean' }).notNull().default(true),
  location: text('location').notNull().default(''),
  note: text('note').notNull().default(''),
  implements: textList('implements').notNull().default([]),
  /** What it was added with: the first row of its `rates`, which the file adds with it. It never changes. */
  rateCentavos: integer('rate_centavos'),
  ratePer: text('rate_per').$type<RateUnit>(),
  retiredMs: integer('retired_ms'),
  registrationNumber: text('registration_number').notNull().default(''),
  /** The sacks of one batch, if they are not its capacity, and of all batches that begin on one day. */
  batchSacks: integer('batch_sacks'),
  daySacks: integer('day_sacks'),
})

export const machinePhotos = sqliteTable('machine_photos', {
  machineId: text('machine_id').primaryKey(),
  photo: text('photo').notNull(),
})
