import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BatchOrder } from '#booking/batches/state'
import type { Season, Week } from '#booking/hours/opening-hours'
import type { Role } from '#booking/users/roles'

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
  /** Null until somebody sets them. */
  openingHours: text('opening_hours', { mode: 'json' }).$type<Week>(),
  offerMinutes: integer('offer_minutes').notNull().default(120),
  maintenanceBookings: integer('maintenance_bookings').notNull().default(5),
  maintenanceDays: integer('maintenance_days').notNull().default(90),
  nearlyFullPercent: integer('nearly_full_percent').notNull().default(80),
  seasons: text('seasons', { mode: 'json' }).$type<Season[]>().notNull().default([]),
  publicHolidays: integer('public_holidays', { mode: 'boolean' }).notNull().default(true),
  spanClosed: integer('span_closed', { mode: 'boolean' }).notNull().default(true),
  startClosed: integer('start_closed', { mode: 'boolean' }).notNull().default(false),
  withinHours: integer('within_hours', { mode: 'boolean' }).notNull().default(false),
  /** A member whose last work is not measured books nothing more. */
  lastJobFirst: integer('last_job_first', { mode: 'boolean' }).notNull().default(false),
  /** The hash of a photo; null if there is none. */
  logo: text('logo'),
  /** What stands below the address on papers, such as a registration number. */
  paperLines: text('paper_lines').notNull().default(''),
  batchOrder: text('batch_order').$type<BatchOrder>().notNull().default('arrival'),
  /** So many days before a machine's paper expires it is told. */
  paperDays: integer('paper_days').notNull().default(30),
  /** A machine with an expired paper does not go out. */
  papersRefuse: integer('papers_refuse', { mode: 'boolean' }).notNull().default(false),
  /** After how many days of owing a suspension is suggested; null: never. */
  suspendAfterDays: integer('suspend_after_days'),
})
