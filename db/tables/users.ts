import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#booking/users/roles'

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  password: text('password').notNull(),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
  /** By default, the role that may do least. */
  role: text('role').$type<Role>().notNull().default('organizer'),
  /** For whom an organizer organizes, and where. */
  organization: text('organization').notNull().default(''),
  businessAddress: text('business_address').notNull().default(''),
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
