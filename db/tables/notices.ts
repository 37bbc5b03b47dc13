import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Permission } from '#booking/users/roles'

export const notices = sqliteTable('notices', {
  id: text('id').primaryKey(),
  forUser: text('for_user'),
  forPermission: text('for_permission').$type<Permission>(),
  kind: text('kind').notNull(),
  atMs: integer('at_ms').notNull(),
  entity: text('entity').notNull(),
  entityId: text('entity_id').notNull(),
  byUser: text('by_user'),
  byName: text('by_name').notNull(),
  reason: text('reason').notNull().default(''),
})

export const noticeReads = sqliteTable(
  'notice_reads',
  { userId: text('user_id').notNull(), noticeId: text('notice_id').notNull() },
  table => [primaryKey({ columns: [table.userId, table.noticeId] })],
)

export const noticeChoices = sqliteTable(
  'notice_choices',
  {
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    bell: integer('bell', { mode: 'boolean' }).notNull(),
    desktop: integer('desktop', { mode: 'boolean' }).notNull(),
  },
  table => [primaryKey({ columns: [table.userId, table.kind] })],
)
