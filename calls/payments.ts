import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { LATE_FEE_PER } from '#booking/money/late-fee'
import { PAY_HOW, PAYMENT_KINDS } from '#booking/money/payments'
import { command, question } from './call.ts'
import {
  BOOKLET_LENGTHS,
  PAYMENT_CENTAVOS,
  PAYMENT_LENGTHS,
  PAYMENT_LINES,
  REASON_LENGTH,
  RECEIPT_NUMBER,
} from './limits.ts'
import { quoted } from './money.ts'
import * as shape from './shapes.ts'

const amount = z.int('must be whole centavos').min(PAYMENT_CENTAVOS.min).max(PAYMENT_CENTAVOS.max)
const how = z.enum(PAY_HOW)
const receiptNumber = z.int('must be a whole number').min(RECEIPT_NUMBER.min).max(RECEIPT_NUMBER.max)

const paymentRow = z.strictObject({
  id: shape.id,
  /** A payment is never changed, so this is always 1. */
  version: shape.version,
  kind: z.enum(PAYMENT_KINDS),
  memberId: shape.id,
  memberName: z.string(),
  memberNumber: z.string(),
  /** Below zero if the cooperative pays. */
  centavos: z.int(),
  how,
  reference: z.string(),
  receipt: z.strictObject({ bookletId: shape.id, number: z.int(), text: z.string() }).nullable(),
  /** When it was paid, and when it was entered. */
  atMs: z.int(),
  enteredMs: z.int(),
  takenBy: shape.person,
  lines: z.array(
    z.strictObject({
      bookingId: shape.id,
      bookingNumber: z.int(),
      machineName: z.string(),
      period: shape.period,
      centavos: z.int(),
      /** What is left to be paid of the booking now. */
      leftCentavos: z.int(),
    }),
  ),
  /** Why it was refunded or reversed. */
  reason: z.string(),
  /** The payment that this one reverses, and the one that reverses this. */
  reversesId: shape.id.nullable(),
  reversedById: shape.id.nullable(),
  /** How often its slip was printed. */
  prints: z.int(),
  unreadable: shape.unreadable,
})
export type PaymentRow = z.infer<typeof paymentRow>
/** What the history says of a payment. */
export type PaymentInHistory = Omit<
  WithoutIds<PaymentRow>,
  'memberNumber' | 'lines' | 'takenBy' | 'enteredMs' | 'receipt' | 'unreadable'
> & { receipt: string; forBookings: string }

/** What a booking's account comes to, in centavos. */
const account = z.strictObject({
  bookingId: shape.id,
  bookingNumber: z.int(),
  machineName: z.string(),
  period: shape.period,
  status: shape.bookingStatus,
  dueCentavos: z.int(),
  /** The most that may be paid, in advance too. */
  mostCentavos: z.int(),
  paidCentavos: z.int(),
  /** What was due less what was paid; below zero if more was paid. */
  owedCentavos: z.int(),
  /** Since when it is due. */
  sinceMs: z.int(),
})
export type AccountRow = z.infer<typeof account>

const bookletRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  prefix: z.string(),
  first: z.int(),
  last: z.int(),
  /** Where it is used. */
  desk: z.string(),
  /** It is put away: no number of it is offered. */
  closed: z.boolean(),
  /** The number after the highest that is gone; null if none is left. */
  next: z.strictObject({ number: z.int(), text: z.string() }).nullable(),
  used: z.int(),
  cancelled: z.array(z.strictObject({ number: z.int(), reason: z.string() })),
  cancelledCount: z.int(),
  /** Numbers before the next that are neither used nor cancelled, as ranges. */
  gaps: z.array(z.strictObject({ from: z.int(), to: z.int() })),
})
export type BookletRow = z.infer<typeof bookletRow>
export type BookletInHistory = Pick<BookletRow, 'prefix' | 'first' | 'last' | 'desk' | 'closed'> & {
  cancelledNumber?: string
  reason?: string
}

const paymentOutcome = shape.outcomeOf('payment', paymentRow)
const bookletOutcome = shape.outcomeOf('booklet', bookletRow)
const accountOutcome = shape.outcomeOf('account', account)
const bookletFields = {
  prefix: shape.line(BOOKLET_LENGTHS.prefix).optional(),
  first: receiptNumber,
  last: receiptNumber,
  desk: shape.line(BOOKLET_LENGTHS.desk).optional(),
}
const lines = z
  .array(z.strictObject({ bookingId: shape.id, centavos: amount }))
  .min(1, 'must name at least one booking')
  .max(PAYMENT_LINES)
const why = shape.requiredLine(REASON_LENGTH)
const page = { cursor: shape.cursor.optional(), limit: shape.pageLimit.optional() }
const PAYMENT_SHOWS = ['payment', 'booklet', 'booking', 'machine', 'member', 'user'] as const

export const payments = {
  /** Takes a payment for one or several bookings of a member. `atMs`: when it was paid, if that was before now. */
  take: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        memberId: shape.id,
        lines,
        how,
        reference: shape.line(PAYMENT_LENGTHS.reference).optional(),
        receipt: z.strictObject({ bookletId: shape.id, number: receiptNumber }).optional(),
        atMs: shape.instant.optional(),
      }),
    )
    .output(paymentOutcome),
  /** Gives back what was paid for bookings, such as a deposit. */
  refund: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        memberId: shape.id,
        lines,
        how,
        reference: shape.line(PAYMENT_LENGTHS.reference).optional(),
        reason: why,
      }),
    )
    .output(paymentOutcome),
  /** Takes back a payment or a refund that was entered wrongly: adds another one that is exactly its opposite. */
  reverse: command('enter-bookings')
    .input(z.strictObject({ ...shape.command, paymentId: shape.id, reason: why }))
    .output(paymentOutcome),
  /** Counts a print of the slip; `prints` of the answer is 1 for the first. */
  print: command('enter-bookings')
    .input(z.strictObject({ ...shape.command, paymentId: shape.id }))
    .output(paymentOutcome),
  /** Adds the late fee by the rule of the machine's type. */
  addLateFee: command('enter-bookings')
    .input(z.strictObject({ ...shape.command, bookingId: shape.id }))
    .output(accountOutcome),
  waiveLateFee: command('decide-bookings')
    .input(z.strictObject({ ...shape.command, bookingId: shape.id, reason: why }))
    .output(accountOutcome),
  get: question('see-office', ...PAYMENT_SHOWS)
    .input(z.strictObject({ paymentId: shape.id }))
    .output(z.strictObject({ payment: paymentRow.nullable() })),
  /** The newest first. */
  list: question('see-office', ...PAYMENT_SHOWS)
    .input(
      z.strictObject({
        memberId: shape.id.optional(),
        bookingId: shape.id.optional(),
        how: how.optional(),
        ...page,
      }),
    )
    .output(z.strictObject({ payments: z.array(paymentRow), nextCursor: z.string().nullable() })),
  /**
   * What a member owes. `bookings`: those that can be paid or refunded, the oldest first, at most 500. The sums are of all.
   */
  balance: question('see-office', 'payment', 'booking', 'machine')
    .input(z.strictObject({ memberId: shape.id }))
    .output(
      z.strictObject({
        owedCentavos: z.int(),
        /** What was paid beyond what is due: in advance, or to be refunded. */
        aheadCentavos: z.int(),
        /** Since when the oldest of it is due. */
        sinceMs: z.int().nullable(),
        bookings: z.array(account),
      }),
    ),
  /** Who owes, those who owe longest first, by the age of each part: up to 30, 60 and 90 days, and older. */
  receivables: question('see-office', 'payment', 'booking', 'member')
    .input(z.strictObject(page))
    .output(
      z.strictObject({
        members: z.array(
          z.strictObject({
            memberId: shape.id,
            memberName: z.string(),
            memberNumber: z.string(),
            memberPhone: z.string(),
            memberBarangay: z.string(),
            owedCentavos: z.int(),
            sinceMs: z.int(),
            byAge: z.strictObject({ to30: z.int(), to60: z.int(), to90: z.int(), older: z.int() }),
          }),
        ),
        totalCentavos: z.int(),
        count: z.int(),
        nextCursor: z.string().nullable(),
      }),
    ),
  /** How the costs of one booking came about, and what its late fee is or would be. */
  account: question('see-office', 'payment', 'booking', 'machine', 'machine-type')
    .input(z.strictObject({ bookingId: shape.id }))
    .output(
      z.strictObject({
        account: account.nullable(),
        /**
         * What the booking cost by what was known when it was requested, when it was approved, and after the return. Null
         * where it is not that far yet, or where there was no rate.
         */
        costs: z.strictObject({
          before: quoted.nullable(),
          promised: quoted.nullable(),
          after: quoted.nullable(),
        }),
        depositCentavos: z.int().nullable(),
        /** What its machine's type asks for each day or hour that it comes back late. */
        lateFeeRule: z.strictObject({ centavos: z.int(), per: z.enum(LATE_FEE_PER) }).nullable(),
        /** The late fee that was waived last. */
        waived: z.strictObject({ centavos: z.int(), reason: z.string() }).nullable(),
        lateFee: z
          .strictObject({
            centavos: z.int(),
            quantity: z.int(),
            per: z.enum(LATE_FEE_PER),
            rateCentavos: z.int(),
            /** It was added; otherwise it could be. */
            added: z.boolean(),
          })
          .nullable(),
      }),
    ),
}

export const booklets = {
  list: question('see-office', 'booklet', 'payment').input(z.strictObject({})).output(z.array(bookletRow)),
  add: command('set-rules')
    .input(z.strictObject({ ...shape.command, ...bookletFields }))
    .output(bookletOutcome),
  change: command('set-rules')
    .input(
      z.strictObject({
        ...shape.command,
        bookletId: shape.id,
        ...shape.onVersion,
        ...bookletFields,
        closed: z.boolean().optional(),
      }),
    )
    .output(bookletOutcome),
  /** Keeps a number that was spoiled as cancelled, so that it is never given. */
  cancelNumber: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        bookletId: shape.id,
        ...shape.onVersion,
        number: receiptNumber,
        reason: why,
      }),
    )
    .output(bookletOutcome),
}
