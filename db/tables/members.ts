import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MemberKind } from '#booking/members/kind'

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
  /** A member of the cooperative, or somebody else who rents machines. */
  kind: text('kind').$type<MemberKind>().notNull().default('member'),
})
