import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Printed } from '#booking/undo/printed'

/** When each slip and list was printed last, and by whom. */
export const prints = sqliteTable(
  'prints',
  {
    kind: text('kind').$type<Printed>().notNull(),
    about: text('about').notNull(),
    atMs: integer('at_ms').notNull(),
    byName: text('by_name').notNull(),
  },
  table => [primaryKey({ columns: [table.kind, table.about] })],
)
