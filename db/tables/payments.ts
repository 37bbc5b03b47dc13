import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LateFeePer } from '#booking/money/late-fee'
import type { PayHow, PaymentKind } from '#booking/money/payments'

/** What each booking costs, fact after fact; the last one of a booking holds. */
export const charges = sqliteTable('charges', {
  id: text('id').primaryKey(),
  bookingId: text('booking_id').notNull(),
  nth: integer('nth').notNull(),
  stage: text('stage').$type<'promised' | 'done' | 'off'>().notNull(),
  dueCentavos: integer('due_centavos').notNull(),
  priceCentavos: integer('price_centavos'),
  depositCentavos: integer('deposit_centavos'),
  how: text('how'),
  sinceMs: integer('since_ms').notNull(),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull(),
})

export const lateFees = sqliteTable('late_fees', {
  id: text('id').primaryKey(),
  bookingId: text('booking_id').notNull(),
  quantity: integer('quantity').notNull(),
  per: text('per').$type<LateFeePer>().notNull(),
  rateCentavos: integer('rate_centavos').notNull(),
  centavos: integer('centavos').notNull(),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull(),
})

export const waivers = sqliteTable('waivers', {
  feeId: text('fee_id').primaryKey(),
  reason: text('reason').notNull(),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull(),
})

/** The cooperative's own booklets of receipts. */
export const booklets = sqliteTable('booklets', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  prefix: text('prefix').notNull().default(''),
  first: integer('first').notNull(),
  last: integer('last').notNull(),
  desk: text('desk').notNull().default(''),
  closed: integer('closed', { mode: 'boolean' }).notNull().default(false),
})

/** Payments, refunds and reversals. Rows are only added. `lines` says for which bookings, as JSON. */
export const payments = sqliteTable('payments', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<PaymentKind>().notNull(),
  memberId: text('member_id').notNull(),
  centavos: integer('centavos').notNull(),
  lines: text('lines').notNull(),
  how: text('how').$type<PayHow>().notNull(),
  reference: text('reference').notNull().default(''),
  bookletId: text('booklet_id'),
  receiptNumber: integer('receipt_number'),
  reverses: text('reverses'),
  reason: text('reason').notNull().default(''),
  atMs: integer('at_ms').notNull(),
  enteredBy: text('entered_by'),
  enteredMs: integer('entered_ms').notNull(),
})

/** For which bookings each payment is. Derived from its `lines` by the file. */
export const paymentLines = sqliteTable(
  'payment_lines',
  {
    paymentId: text('payment_id').notNull(),
    bookingId: text('booking_id').notNull(),
    centavos: integer('centavos').notNull(),
  },
  table => [primaryKey({ columns: [table.paymentId, table.bookingId] })],
)

/** What each booking's account comes to. Derived from the facts by the file. */
export const accounts = sqliteTable('accounts', {
  bookingId: text('booking_id').primaryKey(),
  memberId: text('member_id').notNull(),
  dueCentavos: integer('due_centavos').notNull(),
  mostCentavos: integer('most_centavos').notNull(),
  paidCentavos: integer('paid_centavos').notNull(),
  sinceMs: integer('since_ms').notNull(),
})

/** Numbers that are gone: with a payment, or cancelled for a reason. */
export const receipts = sqliteTable(
  'receipts',
  {
    bookletId: text('booklet_id').notNull(),
    number: integer('number').notNull(),
    paymentId: text('payment_id'),
    reason: text('reason').notNull().default(''),
    enteredBy: text('entered_by'),
    enteredMs: integer('entered_ms').notNull(),
  },
  table => [primaryKey({ columns: [table.bookletId, table.number] })],
)

export const paymentPrints = sqliteTable(
  'payment_prints',
  {
    paymentId: text('payment_id').notNull(),
    nth: integer('nth').notNull(),
    enteredBy: text('entered_by'),
    enteredMs: integer('entered_ms').notNull(),
  },
  table => [primaryKey({ columns: [table.paymentId, table.nth] })],
)
