import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PhotoKind } from '#booking/bookings/photo-kind'

/** Photos of machines as they went out, came back and broke down, each under the hash of its bytes. */
export const photos = sqliteTable('photos', {
  hash: text('hash').primaryKey(),
  kind: text('kind').$type<PhotoKind>().notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  keptBy: text('kept_by'),
  keptMs: integer('kept_ms').notNull().default(0),
})

/** Which facts show which photos. Written only by the file's triggers. */
export const factPhotos = sqliteTable(
  'fact_photos',
  {
    factId: text('fact_id').notNull(),
    place: integer('place').notNull(),
    hash: text('hash').notNull(),
  },
  table => [primaryKey({ columns: [table.factId, table.place] })],
)

/** Which maintenance shows which photos. Written only by the file's triggers. */
export const maintenancePhotos = sqliteTable(
  'maintenance_photos',
  {
    maintenanceId: text('maintenance_id').notNull(),
    place: integer('place').notNull(),
    hash: text('hash').notNull(),
  },
  table => [primaryKey({ columns: [table.maintenanceId, table.place] })],
)
