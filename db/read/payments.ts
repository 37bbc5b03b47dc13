import type { BookingStatus } from '#booking/bookings/status'
import type { LateFee } from '#booking/money/late-fee'
import type { Account } from '#booking/money/payments'
import type { Period } from '#booking/time/period'
import { preparedSql, type ReadDb } from '../file.ts'
import { instantOr } from '../odd-values.ts'
import { type PeriodColumns, periodOf } from '../period-columns.ts'
import { readingById } from '../rows.ts'
import { booklets, type charges, payments, type receipts } from '../tables/payments.ts'

export type StoredPayment = typeof payments.$inferSelect
export type StoredBooklet = typeof booklets.$inferSelect
export type StoredCharge = typeof charges.$inferSelect
export const readPayment = readingById(payments)
export const readBooklet = readingById(booklets)

const CHARGE = `
  SELECT id, booking_id AS bookingId, nth, stage, due_centavos AS dueCentavos, price_centavos AS priceCentavos,
    deposit_centavos AS depositCentavos, how, since_ms AS sinceMs, entered_by AS enteredBy, entered_ms AS enteredMs
  FROM charges`
const lastCharge = preparedSql<{ bookingId: string }, StoredCharge>(
  `${CHARGE} WHERE booking_id = @bookingId ORDER BY nth DESC LIMIT 1`,
)
const promisedCharge = preparedSql<{ bookingId: string }, StoredCharge>(
  `${CHARGE} WHERE booking_id = @bookingId AND stage = 'promised' ORDER BY nth DESC LIMIT 1`,
)

/** What a booking costs, as the last fact says. */
export function readCharge(db: ReadDb, bookingId: string): StoredCharge | undefined {
  return lastCharge(db).get({ bookingId })
}

/** What a booking was promised at, as the last fact about that says. */
export function readPromisedCharge(db: ReadDb, bookingId: string): StoredCharge | undefined {
  return promisedCharge(db).get({ bookingId })
}

type AccountRow = PeriodColumns & {
  bookingId: string
  bookingNumber: number
  memberId: string
  machineName: string
  status: BookingStatus
  dueCentavos: number
  mostCentavos: number
  paidCentavos: number
  sinceMs: number
}
export type ShownAccount = Account & {
  machineName: string
  status: BookingStatus
  period: Period
  sinceMs: number
  owedCentavos: number
}

const ACCOUNT = `
  SELECT a.booking_id AS bookingId, coalesce(b.number, 0) AS bookingNumber, a.member_id AS memberId,
    m.name AS machineName, b.status, b.start_ms AS startMs, b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay,
    a.due_centavos AS dueCentavos, a.most_centavos AS mostCentavos, a.paid_centavos AS paidCentavos,
    a.since_ms AS sinceMs
  FROM accounts a JOIN bookings b ON b.id = a.booking_id JOIN machines m ON m.id = b.machine_id`
const accountOf = preparedSql<{ bookingId: string }, AccountRow>(`${ACCOUNT} WHERE a.booking_id = @bookingId`)
const openOf = preparedSql<{ memberId: string; limit: number }, AccountRow>(`
  ${ACCOUNT} WHERE a.member_id = @memberId AND (a.due_centavos <> a.paid_centavos OR a.most_centavos > a.paid_centavos)
  ORDER BY a.since_ms, a.booking_id LIMIT @limit`)
const sumsOf = preparedSql<{ memberId: string }, { owed: number; ahead: number; sinceMs: number | null }>(`
  SELECT coalesce(sum(max(0, due_centavos - paid_centavos)), 0) AS owed,
    coalesce(sum(max(0, paid_centavos - due_centavos)), 0) AS ahead,
    min(CASE WHEN due_centavos > paid_centavos THEN since_ms END) AS sinceMs
  FROM accounts WHERE member_id = @memberId`)
const owedBy = preparedSql<{ memberId: string }, { owed: number; sinceMs: number | null }>(`
  SELECT coalesce(sum(due_centavos - paid_centavos), 0) AS owed, min(since_ms) AS sinceMs
  FROM accounts WHERE member_id = @memberId AND due_centavos > paid_centavos`)

function shownAccount({ startMs, endMs, fromDay, toDay, ...row }: AccountRow): ShownAccount {
  const period = periodOf({ startMs, endMs, fromDay, toDay })
  return {
    ...row,
    period,
    sinceMs: instantOr(row.sinceMs, 0),
    owedCentavos: row.dueCentavos - row.paidCentavos,
  }
}

/** A booking's account; undefined before it was ever promised. */
export function readAccount(db: ReadDb, bookingId: string): ShownAccount | undefined {
  const row = accountOf(db).get({ bookingId })
  return row && shownAccount(row)
}

/** A member's accounts on which something can be paid or given back, the oldest first. */
export function readOpenAccounts(db: ReadDb, memberId: string, limit: number): ShownAccount[] {
  return openOf(db).all({ memberId, limit }).map(shownAccount)
}

export function readSums(db: ReadDb, memberId: string) {
  return sumsOf(db).get({ memberId }) ?? { owed: 0, ahead: 0, sinceMs: null }
}

/** What a member owes, and since when the oldest of it; null if nothing. */
export function readOwedBy(db: ReadDb, memberId: string): { owedCentavos: number; sinceMs: number } | null {
  const row = owedBy(db).get({ memberId })
  return row && row.sinceMs !== null ? { owedCentavos: row.owed, sinceMs: instantOr(row.sinceMs, 0) } : null
}

type Receivable = {
  memberId: string
  memberName: string
  memberNumber: string
  memberPhone: string
  memberBarangay: string
  owedCentavos: number
  sinceMs: number
  to30: number
  to60: number
  to90: number
}
type Ages = { after30: number; after60: number; after90: number }
const receivables = preparedSql<Ages & { sinceMs: number; memberId: string; limit: number }, Receivable>(`
  SELECT * FROM (
    SELECT a.member_id AS memberId, m.name AS memberName, m.number AS memberNumber, m.phone AS memberPhone,
      m.barangay AS memberBarangay, sum(a.due_centavos - a.paid_centavos) AS owedCentavos, min(a.since_ms) AS sinceMs,
      sum((a.due_centavos - a.paid_centavos) * (a.since_ms > @after30)) AS to30,
      sum((a.due_centavos - a.paid_centavos) * (a.since_ms <= @after30 AND a.since_ms > @after60)) AS to60,
      sum((a.due_centavos - a.paid_centavos) * (a.since_ms <= @after60 AND a.since_ms > @after90)) AS to90
    FROM accounts a JOIN members m ON m.id = a.member_id
    WHERE a.due_centavos > a.paid_centavos GROUP BY a.member_id)
  WHERE (sinceMs, memberId) > (@sinceMs, @memberId) ORDER BY sinceMs, memberId LIMIT @limit`)
const owedInAll = preparedSql<object, { totalCentavos: number; count: number }>(`
  SELECT coalesce(sum(due_centavos - paid_centavos), 0) AS totalCentavos, count(DISTINCT member_id) AS count
  FROM accounts WHERE due_centavos > paid_centavos`)

/** Who owes, those who owe longest first, after one of them. */
export function listReceivables(
  db: ReadDb,
  ages: Ages,
  after: { sinceMs: number; memberId: string } | undefined,
  limit: number,
): Receivable[] {
  return receivables(db).all({
    ...ages,
    sinceMs: after?.sinceMs ?? -1,
    memberId: after?.memberId ?? '',
    limit,
  })
}

export function readOwedInAll(db: ReadDb) {
  return owedInAll(db).get({}) ?? { totalCentavos: 0, count: 0 }
}

const feeOf = preparedSql<{ bookingId: string }, LateFee & { id: string }>(`
  SELECT l.id, l.quantity, l.per, l.rate_centavos AS rateCentavos, l.centavos FROM late_fees l
  WHERE l.booking_id = @bookingId AND NOT EXISTS (SELECT 1 FROM waivers w WHERE w.fee_id = l.id)`)

/** The late fee of a booking that stands; undefined if there is none. */
export function readLateFee(db: ReadDb, bookingId: string) {
  return feeOf(db).get({ bookingId })
}

const waivedOf = preparedSql<{ bookingId: string }, { centavos: number; reason: string }>(`
  SELECT l.centavos, w.reason FROM late_fees l JOIN waivers w ON w.fee_id = l.id
  WHERE l.booking_id = @bookingId ORDER BY w.entered_ms DESC, w.fee_id DESC LIMIT 1`)

/** The late fee of a booking that was waived last, and why. */
export function readWaived(db: ReadDb, bookingId: string) {
  return waivedOf(db).get({ bookingId })
}

type CollectRow = PeriodColumns & {
  bookingId: string
  bookingNumber: number
  machineName: string
  memberId: string
  memberName: string
  memberNumber: string
  memberPhone: string
  memberBarangay: string
  owedCentavos: number
  sinceMs: number
}
const collecting = (done: '=' | '<>', order: string) =>
  preparedSql<{ limit: number }, CollectRow & { count: number }>(`
    SELECT a.booking_id AS bookingId, coalesce(b.number, 0) AS bookingNumber, m.name AS machineName,
      a.member_id AS memberId, p.name AS memberName, p.number AS memberNumber, p.phone AS memberPhone,
      p.barangay AS memberBarangay, a.due_centavos - a.paid_centavos AS owedCentavos, a.since_ms AS sinceMs,
      b.start_ms AS startMs, b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay, count(*) OVER () AS count
    FROM accounts a JOIN bookings b ON b.id = a.booking_id JOIN machines m ON m.id = b.machine_id
    JOIN members p ON p.id = a.member_id
    WHERE a.due_centavos > a.paid_centavos AND b.status ${done} 'completed' ORDER BY ${order}, a.booking_id LIMIT @limit`)
const deposits = collecting('<>', 'b.start_ms')
const rests = collecting('=', 'a.since_ms')

/** What is due and not paid: deposits of what begins first, or what is owed after the return, the longest due first. */
export function readToCollect(db: ReadDb, what: 'deposit' | 'rest', limit: number) {
  const rows = (what === 'deposit' ? deposits : rests)(db).all({ limit })
  const lines = rows.map(({ count: _, startMs, endMs, fromDay, toDay, ...row }) => ({
    ...row,
    sinceMs: instantOr(row.sinceMs, 0),
    what,
    period: periodOf({ startMs, endMs, fromDay, toDay }),
  }))
  return { lines, count: rows[0]?.count ?? 0 }
}

type NamedPayment = StoredPayment & {
  memberName: string
  memberNumber: string
  userName: string | null
  prefix: string | null
  bookletLast: number | null
  reversedById: string | null
  prints: number
}
const NAMED = `
  SELECT p.id, p.kind, p.member_id AS memberId, p.centavos, p.lines, p.how, p.reference, p.booklet_id AS bookletId,
    p.receipt_number AS receiptNumber, p.reverses, p.reason, p.at_ms AS atMs, p.entered_by AS enteredBy,
    p.entered_ms AS enteredMs, m.name AS memberName, m.number AS memberNumber, u.name AS userName,
    k.prefix, k.last AS bookletLast, r.id AS reversedById,
    (SELECT count(*) FROM payment_prints x WHERE x.payment_id = p.id) AS prints
  FROM payments p JOIN members m ON m.id = p.member_id LEFT JOIN users u ON u.id = p.entered_by
  LEFT JOIN booklets k ON k.id = p.booklet_id LEFT JOIN payments r ON r.reverses = p.id`
type Page = { enteredMs: number; id: string; how: string; limit: number }
const PAGE = `(p.entered_ms, p.id) < (@enteredMs, @id) AND (@how = '' OR p.how = @how)
  ORDER BY p.entered_ms DESC, p.id DESC LIMIT @limit`
const named = preparedSql<{ id: string }, NamedPayment>(`${NAMED} WHERE p.id = @id`)
const inTime = preparedSql<Page, NamedPayment>(`${NAMED} WHERE ${PAGE}`)
const ofMember = preparedSql<Page & { memberId: string }, NamedPayment>(
  `${NAMED} WHERE p.member_id = @memberId AND ${PAGE}`,
)
const ofBooking = preparedSql<Page & { bookingId: string }, NamedPayment>(`
  ${NAMED} WHERE p.id IN (SELECT payment_id FROM payment_lines WHERE booking_id = @bookingId) AND ${PAGE}`)

export function readNamedPayment(db: ReadDb, id: string): NamedPayment | undefined {
  return named(db).get({ id })
}

type PaymentFilter = {
  memberId?: string | undefined
  bookingId?: string | undefined
  how?: string | undefined
  after?: { enteredMs: number; id: string } | undefined
  limit: number
}

/** A page of payments, the newest first. */
export function listPayments(db: ReadDb, { memberId, bookingId, how = '', after, limit }: PaymentFilter) {
  const page = { enteredMs: after?.enteredMs ?? Number.MAX_SAFE_INTEGER, id: after?.id ?? '', how, limit }
  if (bookingId !== undefined) {
    const rows = ofBooking(db).all({ ...page, bookingId })
    return memberId === undefined ? rows : rows.filter(row => row.memberId === memberId)
  }
  return memberId === undefined ? inTime(db).all(page) : ofMember(db).all({ ...page, memberId })
}

const lines = preparedSql<{ id: string }, AccountRow & { centavos: number }>(`
  SELECT l.centavos, a.* FROM payment_lines l JOIN (${ACCOUNT}) a ON a.bookingId = l.booking_id
  WHERE l.payment_id = @id ORDER BY a.startMs, a.bookingId`)

/** For which bookings a payment is, with their accounts as they are now. */
export function readPaymentLines(db: ReadDb, id: string) {
  return lines(db)
    .all({ id })
    .map(({ centavos, ...row }) => ({ centavos, account: shownAccount(row) }))
}

type ReceiptRow = typeof receipts.$inferSelect
const receipt = preparedSql<{ bookletId: string; number: number }, ReceiptRow>(`
  SELECT booklet_id AS bookletId, number, payment_id AS paymentId, reason, entered_by AS enteredBy,
    entered_ms AS enteredMs
  FROM receipts WHERE booklet_id = @bookletId AND number = @number`)
const used = preparedSql<
  { bookletId: string },
  { lowest: number | null; highest: number | null; count: number; cancelled: number }
>(`
  SELECT min(number) AS lowest, max(number) AS highest, count(*) AS count, sum(payment_id IS NULL) AS cancelled
  FROM receipts WHERE booklet_id = @bookletId`)
const MOST_NAMED = 50
const gaps = preparedSql<{ bookletId: string; first: number }, { from: number; to: number }>(`
  SELECT before + 1 AS "from", number - 1 AS "to" FROM (
    SELECT number, coalesce(lag(number) OVER (ORDER BY number), @first - 1) AS before
    FROM receipts WHERE booklet_id = @bookletId)
  WHERE number > before + 1 ORDER BY number LIMIT ${MOST_NAMED}`)
const cancelled = preparedSql<{ bookletId: string }, { number: number; reason: string }>(`
  SELECT number, reason FROM receipts WHERE booklet_id = @bookletId AND payment_id IS NULL
  ORDER BY number DESC LIMIT ${MOST_NAMED}`)
const ids = preparedSql<object, { id: string }>(
  'SELECT id FROM booklets ORDER BY closed, desk COLLATE NOCASE, prefix, first LIMIT 200',
)

/** What became of a number; undefined if it was not used. */
export function readReceipt(db: ReadDb, bookletId: string, number: number): ReceiptRow | undefined {
  return receipt(db).get({ bookletId, number })
}

/** How the numbers of a booklet stand. */
export function readNumbers(db: ReadDb, { id: bookletId, first }: StoredBooklet) {
  const counted = used(db).get({ bookletId })
  return {
    lowest: counted?.lowest ?? null,
    highest: counted?.highest ?? null,
    used: (counted?.count ?? 0) - (counted?.cancelled ?? 0),
    cancelledCount: counted?.cancelled ?? 0,
    gaps: gaps(db).all({ bookletId, first }),
    cancelled: cancelled(db).all({ bookletId }),
  }
}

type Numbers = { prefix: string; first: number; last: number; exceptId: string }
const overlapping = preparedSql<Numbers, { id: string }>(`
  SELECT id FROM booklets
  WHERE prefix = @prefix AND first <= @last AND last >= @first AND id <> @exceptId ORDER BY first LIMIT 1`)

/** A booklet that has one of these numbers already; undefined if none has. */
export function readOverlappingBooklet(db: ReadDb, numbers: Numbers): StoredBooklet | undefined {
  const row = overlapping(db).get(numbers)
  return row && readBooklet(db, row.id)
}

/** Those in use first. */
export function listBooklets(db: ReadDb): StoredBooklet[] {
  return ids(db)
    .all({})
    .flatMap(({ id }) => readBooklet(db, id) ?? [])
}
