import { PAY_HOW, PAYMENT_KINDS } from '#booking/money/payments'
import { receiptText } from '#booking/money/receipts'
import type { BookletInHistory, BookletRow, PaymentInHistory, PaymentRow } from '#calls/payments'
import type { ReadDb } from '#db/file'
import { careful, idOrNull, isInstant, isOneOf } from '#db/odd-values'
import { NOBODY } from '#db/read/bookings'
import {
  listBooklets,
  readBooklet,
  readNamedPayment,
  readNumbers,
  readPayment,
  readPaymentLines,
  type StoredBooklet,
  type StoredPayment,
} from '#db/read/payments'
import { booklets, payments } from '#db/tables/payments'
import type { RecordKind } from '../law/record.ts'

type Named = NonNullable<ReturnType<typeof readNamedPayment>>

export function shownPayment(db: ReadDb, named: Named): PaymentRow {
  const { prefix, bookletLast, bookletId, receiptNumber, enteredBy, userName, reverses, ...row } = named
  const read = careful()
  const hasReceipt = bookletId !== null && receiptNumber !== null
  const lines = readPaymentLines(db, row.id).map(({ centavos, account }) => ({
    bookingId: account.bookingId,
    bookingNumber: account.bookingNumber,
    machineName: account.machineName,
    period: account.period,
    centavos,
    leftCentavos: Math.max(0, account.mostCentavos - account.paidCentavos),
  }))
  return {
    ...row,
    kind: read.take('kind', isOneOf(PAYMENT_KINDS, row.kind), row.kind, 'payment' as const),
    how: read.take('how', isOneOf(PAY_HOW, row.how), row.how, 'other' as const),
    atMs: read.take('atMs', isInstant(row.atMs), row.atMs, 0),
    enteredMs: read.take('enteredMs', isInstant(row.enteredMs), row.enteredMs, 0),
    version: 1,
    lines,
    receipt: hasReceipt
      ? {
          bookletId,
          number: receiptNumber,
          text: receiptText({ prefix: prefix ?? '', last: bookletLast ?? receiptNumber }, receiptNumber),
        }
      : null,
    takenBy: { id: idOrNull(enteredBy) ?? NOBODY, name: userName ?? 'system' },
    reversesId: idOrNull(reverses),
    ...read.marked(),
  }
}

/** A payment is never changed. What is added to it, such as a reversal, is a fact of its own. */
export const paymentRecord = {
  entity: 'payment',
  key: 'payment',
  table: payments,
  stored(db, id) {
    const stored = readPayment(db, id)
    return stored && { ...stored, version: 1 }
  },
  shown({ db }, id) {
    const named = readNamedPayment(db, id)
    return named && shownPayment(db, named)
  },
  title: ({ memberName, receipt }) => (receipt ? `${memberName} · ${receipt.text}` : memberName),
  said({
    kind,
    memberName,
    centavos,
    how,
    reference,
    receipt,
    atMs,
    lines,
    reason,
    prints,
  }): PaymentInHistory {
    const forBookings = lines.map(({ bookingNumber }) => String(bookingNumber)).join(', ')
    const common = { kind, memberName, centavos, how, reference, atMs, reason, prints }
    return { ...common, receipt: receipt?.text ?? '', forBookings }
  },
} satisfies RecordKind<'payment', StoredPayment & { version: number }, PaymentRow, PaymentInHistory>

export function shownBooklet(db: ReadDb, stored: StoredBooklet): BookletRow {
  const { lowest: _, highest, ...numbers } = readNumbers(db, stored)
  const number = highest === null ? stored.first : highest + 1
  const isLeft = number <= stored.last && !stored.closed
  return { ...stored, ...numbers, next: isLeft ? { number, text: receiptText(stored, number) } : null }
}

export function shownBooklets(db: ReadDb): BookletRow[] {
  return listBooklets(db).map(stored => shownBooklet(db, stored))
}

export const bookletRecord = {
  entity: 'booklet',
  key: 'booklet',
  table: booklets,
  stored: readBooklet,
  shown({ db }, id) {
    const stored = readBooklet(db, id)
    return stored && shownBooklet(db, stored)
  },
  title: booklet => `${receiptText(booklet, booklet.first)} – ${receiptText(booklet, booklet.last)}`,
  said: ({ prefix, first, last, desk, closed }): BookletInHistory => ({ prefix, first, last, desk, closed }),
} satisfies RecordKind<'booklet', StoredBooklet, BookletRow, BookletInHistory>
