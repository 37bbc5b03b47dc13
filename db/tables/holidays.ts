import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Public holidays as the calendar of the country has them. */
export const publicHolidays = sqliteTable('public_holidays', {
  day: text('day').primaryKey(),
  name: text('name').notNull(),
})

/** What the cooperative decided about a day. Its id is the day. */
export const holidays = sqliteTable('holidays', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  /** False: the office keeps its usual hours. */
  closed: integer('closed', { mode: 'boolean' }).notNull(),
})

/** Times in which machines are not booked. */
export const blackouts = sqliteTable('blackouts', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id'),
  typeId: text('type_id'),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  reason: text('reason').notNull(),
  removed: integer('removed', { mode: 'boolean' }).notNull().default(false),
})
