import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Paper } from '#booking/undo/papers'

/** When each paper was printed last, and by whom. */
export const prints = sqliteTable(
  'prints',
  {
    paper: text('paper').$type<Paper>().notNull(),
    about: text('about').notNull(),
    atMs: integer('at_ms').notNull(),
    byName: text('by_name').notNull(),
  },
  table => [primaryKey({ columns: [table.paper, table.about] })],
)
