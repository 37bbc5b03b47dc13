import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BookingStatus } from '#booking/bookings/status'
import type { MemberKind } from '#booking/members/kind'
import { dayColumns } from './day-columns.ts'
import { fields } from './fields.ts'
import { machines } from './machines.ts'
import { members } from './members.ts'
import { users } from './users.ts'

export const bookings = sqliteTable('bookings', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id').notNull(),
  memberId: text('member_id').notNull(),
  status: text('status').$type<BookingStatus>().notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  ...dayColumns,
  units: integer('units').notNull().default(1),
  pendingBlocks: integer('pending_blocks', { mode: 'boolean' }).notNull().default(true),
  bufferBeforeMs: integer('buffer_before_ms').notNull().default(0),
  bufferAfterMs: integer('buffer_after_ms').notNull().default(0),
  purpose: text('purpose').notNull().default(''),
  requestedBy: text('requested_by'),
  requestedMs: integer('requested_ms').notNull().default(0),
  reason: text('reason').notNull().default(''),
  handedOverMs: integer('handed_over_ms'),
  returnedMs: integer('returned_ms'),
  /** Where the work is done, if the booking says so. */
  fieldId: text('field_id'),
  /** Short enough to be said on the phone. The file gives it as the booking is added. */
  number: integer('number'),
  /** When somebody expects the machine back; null if nobody said. */
  expectedBackMs: integer('expected_back_ms'),
  /** The rate that it was promised at; null before the promise, or if the machine had none. */
  rateId: text('rate_id'),
  /** Whether it was promised to a member; null before the promise. */
  memberKind: text('member_kind').$type<MemberKind>(),
})

/** The columns shown with a booking from the records that it refers to. */
export const shownWithBooking = {
  machineName: machines.name,
  memberName: members.name,
  memberNumber: members.number,
  memberPhone: members.phone,
  memberBarangay: members.barangay,
  userName: users.name,
  fieldName: sql<string | null>`${fields.name}`.as('field_name'),
}
/** The joins to those records. */
export const namedByBooking = [
  { table: machines, id: machines.id, on: bookings.machineId },
  { table: members, id: members.id, on: bookings.memberId },
  { table: users, id: users.id, on: bookings.requestedBy },
  { table: fields, id: fields.id, on: bookings.fieldId },
] as const

/**
 * A booking's length class, exactly as written in the index `bookings_by_machine`: SQLite uses the index only if the
 * expressions are identical.
 */
export const LENGTH_CLASS =
  'CASE WHEN end_ms - start_ms <= 86400000 THEN 0 WHEN end_ms - start_ms <= 2764800000 THEN 1 ELSE 2 END'

export const holds = sqliteTable('holds', {
  formId: text('form_id').primaryKey(),
  machineId: text('machine_id').notNull(),
  userId: text('user_id').notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  units: integer('units').notNull(),
  bufferBeforeMs: integer('buffer_before_ms').notNull(),
  bufferAfterMs: integer('buffer_after_ms').notNull(),
  expiresMs: integer('expires_ms').notNull(),
})
