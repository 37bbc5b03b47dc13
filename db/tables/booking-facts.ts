import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FactKind } from '#booking/bookings/facts'
import type { FuelMeasure } from '#booking/machines/fuel'
import type { WorkUnit } from '#booking/money/price'
import { conditionList } from './condition-list.ts'
import { textList } from './text-list.ts'

/** What happened when a machine went out and came back. Rows are only added; `corrects` names the one put right. */
export const bookingFacts = sqliteTable('booking_facts', {
  id: text('id').primaryKey(),
  bookingId: text('booking_id').notNull(),
  kind: text('kind').$type<FactKind>().notNull(),
  machineId: text('machine_id').notNull(),
  atMs: integer('at_ms').notNull(),
  meterHours: real('meter_hours'),
  fuel: real('fuel'),
  fuelIn: text('fuel_in').$type<FuelMeasure>(),
  implements: textList('implements').notNull().default([]),
  slip: text('slip').notNull().default(''),
  note: text('note').notNull().default(''),
  workQuantity: real('work_quantity'),
  workPer: text('work_per').$type<WorkUnit>(),
  rateCentavos: integer('rate_centavos'),
  priceCentavos: integer('price_centavos'),
  readingReason: text('reading_reason').notNull().default(''),
  reason: text('reason').notNull().default(''),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull().default(0),
  corrects: text('corrects'),
  condition: conditionList('condition').notNull().default([]),
  /** The hashes of its photos. */
  photos: textList('photos').notNull().default([]),
})
