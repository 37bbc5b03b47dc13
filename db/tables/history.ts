import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const commands = sqliteTable('commands', {
  mid: integer('mid').primaryKey(),
  commandId: text('command_id').notNull(),
  name: text('name').notNull(),
  args: text('args').notNull(),
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
