import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BlockKind } from '#booking/in-the-way'

export const occupancy = sqliteTable(
  'occupancy',
  {
    machineId: text('machine_id').notNull(),
    cls: integer('cls').notNull(),
    startMs: integer('start_ms').notNull(),
    kind: text('kind').$type<BlockKind>().notNull(),
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
