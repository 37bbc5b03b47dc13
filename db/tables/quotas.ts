import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { QuotaCounts, QuotaPeriod } from '#booking/quotas/kinds'

export const quotas = sqliteTable('quotas', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  /** Null: machines of any type. */
  typeId: text('type_id'),
  counts: text('counts').$type<QuotaCounts>().notNull(),
  /** In bookings, minutes or square metres. */
  most: integer('most').notNull(),
  per: text('per').$type<QuotaPeriod>().notNull(),
  fromDay: text('from_day'),
  toDay: text('to_day'),
  removed: integer('removed', { mode: 'boolean' }).notNull().default(false),
})
