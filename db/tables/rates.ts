import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RateUnit, RateWith } from '#booking/money/price'

/** What machines cost, from a day on. Rows are only added; `0016-rates.sql` refuses everything else. */
export const rates = sqliteTable('rates', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  machineId: text('machine_id'),
  typeId: text('type_id'),
  validFrom: text('valid_from').notNull(),
  /** Without an amount, there is no rate of its own from that day on. */
  per: text('per').$type<RateUnit>(),
  centavos: integer('centavos'),
  forOthersCentavos: integer('for_others_centavos'),
  with: text('included').$type<RateWith>().notNull().default('nothing'),
  setBy: text('set_by'),
  setMs: integer('set_ms').notNull(),
  /** The first, second … row of its machine or its type. */
  nth: integer('nth').notNull(),
})
