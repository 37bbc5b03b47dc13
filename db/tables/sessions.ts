import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EnrolmentStatus, OpenTo, SessionStatus } from '#booking/sessions/state'

export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  title: text('title').notNull(),
  description: text('description').notNull().default(''),
  organizerId: text('organizer_id').notNull(),
  place: text('place').notNull().default(''),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  capacity: integer('capacity').notNull(),
  openTo: text('open_to').$type<OpenTo>().notNull(),
  status: text('status').$type<SessionStatus>().notNull().default('planned'),
  reason: text('reason').notNull().default(''),
  addedMs: integer('added_ms').notNull(),
})

/** The machines that a session takes, took, or does without. */
export const sessionMachines = sqliteTable('session_machines', {
  id: text('id').primaryKey(),
  sessionId: text('session_id').notNull(),
  machineId: text('machine_id').notNull(),
  status: text('status').$type<'taken' | 'over' | 'removed'>().notNull().default('taken'),
})

/** Who has a place in a session, waits for one, or gave it back. */
export const enrolments = sqliteTable('enrolments', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  sessionId: text('session_id').notNull(),
  memberId: text('member_id'),
  guest: text('guest'),
  status: text('status').$type<EnrolmentStatus>().notNull(),
  turn: integer('turn').notNull(),
  /** 1 or 0; null while nobody said. */
  came: integer('came').$type<0 | 1>(),
  enrolledBy: text('enrolled_by'),
  enrolledMs: integer('enrolled_ms').notNull(),
  reason: text('reason').notNull().default(''),
})
