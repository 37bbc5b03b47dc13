import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RateUnit } from '#booking/price'
import type { MaintenanceKind } from '#booking/refusal'
import type { Role } from '#booking/roles'
import type { BookingStatus } from '#booking/status'

// The tables as the queries see them. The file itself is made by the migrations, which say more than this can
// (STRICT, WITHOUT ROWID, CHECKs, triggers); a test holds the two together.

export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull().default(1),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
  officeName: text('office_name').notNull(),
  officeAddress: text('office_address').notNull().default(''),
  timeZone: text('time_zone').notNull(),
  minNoticeDays: integer('min_notice_days').notNull(),
  maxDays: integer('max_days').notNull(),
  horizonDays: integer('horizon_days').notNull(),
  walkInRoles: text('walk_in_roles', { mode: 'json' }).$type<Role[]>().notNull(),
})

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  role: text('role').$type<Role>().notNull(),
  password: text('password').notNull(),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
})

export const signIns = sqliteTable('sign_ins', {
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id').notNull(),
  startedMs: integer('started_ms').notNull(),
})

export const signInFailures = sqliteTable('sign_in_failures', {
  nameKey: text('name_key').primaryKey(),
  failures: integer('failures').notNull(),
  locked: integer('locked', { mode: 'boolean' }).notNull().default(false),
})

export const machineTypes = sqliteTable('machine_types', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  minNoticeDays: integer('min_notice_days'),
  maxDays: integer('max_days'),
  horizonDays: integer('horizon_days'),
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
  implements: text('implements', { mode: 'json' }).$type<string[]>().notNull().default([]),
  rateCentavos: integer('rate_centavos'),
  ratePer: text('rate_per').$type<RateUnit>(),
  retiredMs: integer('retired_ms'),
})

export const machinePhotos = sqliteTable('machine_photos', {
  machineId: text('machine_id').primaryKey(),
  photo: text('photo').notNull(),
})

export const members = sqliteTable('members', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  number: text('number').notNull(),
  name: text('name').notNull(),
  searchKey: text('search_key').notNull(),
  phone: text('phone').notNull().default(''),
  barangay: text('barangay').notNull().default(''),
  sector: text('sector').notNull().default(''),
  verified: integer('verified', { mode: 'boolean' }).notNull().default(false),
  suspended: integer('suspended', { mode: 'boolean' }).notNull().default(false),
  suspendedReason: text('suspended_reason').notNull().default(''),
})

/** The days people said, both inclusive, and the zone's offset (minutes ahead of UTC) at both ends. */
const dayColumns = {
  fromDay: text('from_day'),
  toDay: text('to_day'),
  fromOffset: integer('from_offset'),
  toOffset: integer('to_offset'),
}

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
  /** Length class; the migration says how it is reckoned. */
  cls: integer('cls').notNull().generatedAlwaysAs(sql`…`, { mode: 'virtual' }),
})

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

export const maintenance = sqliteTable('maintenance', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id').notNull(),
  kind: text('kind').$type<MaintenanceKind>().notNull(),
  status: text('status').$type<'planned' | 'finished' | 'cancelled'>().notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  ...dayColumns,
  note: text('note').notNull().default(''),
  scheduledBy: text('scheduled_by'),
  scheduledMs: integer('scheduled_ms').notNull().default(0),
  finishedMs: integer('finished_ms'),
})

export const occupancy = sqliteTable(
  'occupancy',
  {
    machineId: text('machine_id').notNull(),
    cls: integer('cls').notNull(),
    startMs: integer('start_ms').notNull(),
    kind: text('kind').$type<'booking' | 'hold' | 'maintenance' | 'session'>().notNull(),
    refId: text('ref_id').notNull(),
    seg: integer('seg').notNull(),
    endMs: integer('end_ms').notNull(),
    units: integer('units').notNull(),
    whole: integer('whole', { mode: 'boolean' }).notNull(),
  },
  table => [
    primaryKey({ columns: [table.machineId, table.cls, table.startMs, table.kind, table.refId, table.seg] }),
  ],
)

export const commands = sqliteTable('commands', {
  mid: integer('mid').primaryKey(),
  commandId: text('command_id').notNull(),
  name: text('name').notNull(),
  args: text('args').notNull(),
  fingerprint: text('fingerprint').notNull(),
  userId: text('user_id'),
  atMs: integer('at_ms').notNull(),
  ok: integer('ok', { mode: 'boolean' }).notNull(),
  outcome: text('outcome').notNull(),
})

export const changes = sqliteTable('changes', {
  seq: integer('seq').primaryKey(),
  entity: text('entity').notNull(),
  entityId: text('entity_id').notNull(),
  version: integer('version').notNull(),
})

export const history = sqliteTable('history', {
  seq: integer('seq').primaryKey(),
  atMs: integer('at_ms').notNull(),
  userId: text('user_id'),
  userName: text('user_name').notNull(),
  commandId: text('command_id'),
  action: text('action').notNull(),
  entity: text('entity').notNull(),
  entityId: text('entity_id').notNull(),
  title: text('title').notNull(),
  before: text('before'),
  after: text('after'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
})

export const notices = sqliteTable('notices', {
  id: text('id').primaryKey(),
  forUser: text('for_user'),
  forRole: text('for_role').$type<Role>(),
  kind: text('kind').notNull(),
  atMs: integer('at_ms').notNull(),
  bookingId: text('booking_id').notNull(),
  byUser: text('by_user'),
  byName: text('by_name').notNull(),
  reason: text('reason').notNull().default(''),
})

export const noticeReads = sqliteTable(
  'notice_reads',
  { userId: text('user_id').notNull(), noticeId: text('notice_id').notNull() },
  table => [primaryKey({ columns: [table.userId, table.noticeId] })],
)
