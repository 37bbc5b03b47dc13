import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What is out past its end, or under a repair without a known end, and until when its time is kept shut. */
export const openBlocks = sqliteTable(
  'open_blocks',
  {
    kind: text('kind').$type<'booking' | 'maintenance'>().notNull(),
    refId: text('ref_id').notNull(),
    machineId: text('machine_id').notNull(),
    fromMs: integer('from_ms').notNull(),
    untilMs: integer('until_ms').notNull(),
    units: integer('units').notNull(),
    whole: integer('whole', { mode: 'boolean' }).notNull(),
  },
  table => [primaryKey({ columns: [table.kind, table.refId] })],
)

/** The gaps that they fill. Written by the guard alone. */
export const openSegments = sqliteTable(
  'open_segments',
  {
    kind: text('kind').notNull(),
    refId: text('ref_id').notNull(),
    seg: integer('seg').notNull(),
    machineId: text('machine_id').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    units: integer('units').notNull(),
  },
  table => [primaryKey({ columns: [table.kind, table.refId, table.seg] })],
)

/** The machines whose gaps are being filled: empty but within a statement. */
export const filling = sqliteTable('filling', { machineId: text('machine_id').primaryKey() })

/** What is known of a booking that is hit or displaced. */
export const settling = sqliteTable(
  'settling',
  {
    bookingId: text('booking_id').notNull(),
    byKind: text('by_kind').$type<'booking' | 'maintenance' | 'batch'>().notNull(),
    byId: text('by_id').notNull(),
    sinceMs: integer('since_ms').notNull(),
    toldMs: integer('told_ms'),
    toldBy: text('told_by'),
    toldNote: text('told_note'),
  },
  table => [primaryKey({ columns: [table.bookingId, table.byKind, table.byId] })],
)
