import { DAY_MS } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { instantOr } from '#db/odd-values'
import { readBooking } from '#db/read/bookings'
import {
  listPayments,
  listReceivables,
  readAccount,
  readLateFee,
  readNamedPayment,
  readOpenAccounts,
  readOwedInAll,
  readPromisedCharge,
  readSums,
  readWaived,
  type ShownAccount,
} from '#db/read/payments'
import { reading } from '#db/transaction'
import { promisedPriceOf, quotedAtRequest } from '../bookings/charges.ts'
import { priceOf } from '../bookings/price.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { decideLateFee, lateFeeRuleOf } from './commands.ts'
import { shownPayment } from './record.ts'

type Args = CallArgs['payments']

export function onePayment(db: ReadDb, paymentId: string) {
  const named = readNamedPayment(db, paymentId)
  return { payment: named ? shownPayment(db, named) : null }
}

export function paymentsPage(db: ReadDb, { cursor, limit = PAGE_SIZE, ...filter }: Args['list']) {
  const [enteredMs, id] = readCursor(cursor) ?? []
  const after = enteredMs === undefined ? undefined : { enteredMs: Number(enteredMs), id: String(id) }
  const rows = listPayments(db, { ...filter, after, limit: limit + 1 })
  const { page, nextCursor } = pageOf(rows, limit, last => ({ enteredMs: last.enteredMs, id: last.id }))
  return { payments: page.map(row => shownPayment(db, row)), nextCursor }
}

const MOST_BOOKINGS = 500

/** What a member owes, and for which bookings. */
export function balanceOf(db: ReadDb, memberId: string) {
  return reading(db, () => {
    const { owed: owedCentavos, ahead: aheadCentavos, sinceMs } = readSums(db, memberId)
    const bookings = readOpenAccounts(db, memberId, MOST_BOOKINGS).map(withoutMember)
    return { owedCentavos, aheadCentavos, sinceMs: sinceMs === null ? null : instantOr(sinceMs, 0), bookings }
  })
}

export function receivablesPage(
  { file: { db }, clock }: Office,
  { cursor, limit = PAGE_SIZE }: Args['receivables'],
) {
  const nowMs = clock.nowMs()
  const [since, id] = readCursor(cursor) ?? []
  const after = since === undefined ? undefined : { sinceMs: Number(since), memberId: String(id) }
  const ages = { after30: nowMs - 30 * DAY_MS, after60: nowMs - 60 * DAY_MS, after90: nowMs - 90 * DAY_MS }
  const rows = listReceivables(db, ages, after, limit + 1)
  const { page, nextCursor } = pageOf(rows, limit, last => ({ sinceMs: last.sinceMs, id: last.memberId }))
  const members = page.map(({ to30, to60, to90, ...row }) => {
    const older = row.owedCentavos - to30 - to60 - to90
    return { ...row, sinceMs: instantOr(row.sinceMs, 0), byAge: { to30, to60, to90, older } }
  })
  return { members, ...readOwedInAll(db), nextCursor }
}

/** How a booking's account stands, and what its late fee is or would be. */
export function accountOf({ file: { db } }: Office, bookingId: string) {
  return reading(db, () => {
    const account = readAccount(db, bookingId)
    const stored = readBooking(db, bookingId)
    const added = readLateFee(db, bookingId)
    const asked = stored && !added ? decideLateFee(db, stored) : undefined
    const calendar = calendarOf(settingsNow(db).office.timeZone)
    const fee = added ?? (asked?.ok ? asked.fee : null)
    const { quantity = 0, per = 'day', rateCentavos = 0, centavos = 0 } = fee ?? {}
    return {
      account: account ? withoutMember(account) : null,
      costs: {
        before: stored ? quotedAtRequest(db, stored, calendar) : null,
        promised: promisedPriceOf(db, bookingId),
        after: stored?.status === 'completed' ? priceOf(db, stored, calendar) : null,
      },
      depositCentavos: readPromisedCharge(db, bookingId)?.depositCentavos ?? null,
      lateFeeRule: stored ? lateFeeRuleOf(db, stored) : null,
      waived: readWaived(db, bookingId) ?? null,
      lateFee: fee ? { quantity, per, rateCentavos, centavos, added: added !== undefined } : null,
    }
  })
}

function withoutMember({ memberId: _, ...account }: ShownAccount) {
  return account
}
