import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const steps = sqliteTable(
  'steps',
  {
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    version: integer('version').notNull(),
    commandId: text('command_id').notNull(),
    was: text('was'),
    undoneBy: text('undone_by'),
    undoneFrom: integer('undone_from'),
  },
  table => [primaryKey({ columns: [table.entity, table.entityId, table.version] })],
)
