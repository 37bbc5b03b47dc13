import { type LateFeeRule, lateFeeOf } from '#booking/money/late-fee'
import {
  type Account,
  decidePayment,
  decideRefund,
  decideReversal,
  type PaymentLine,
  sumOf,
} from '#booking/money/payments'
import { decideReceipt } from '#booking/money/receipts'
import { type Decision, refuse } from '#booking/refusal'
import type { ReadDb, WriteTx } from '#db/file'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { readStoredMachine, readType } from '#db/read/machines'
import { readMember } from '#db/read/members'
import {
  readAccount,
  readBooklet,
  readLateFee,
  readNamedPayment,
  readPaymentLines,
  readReceipt,
} from '#db/read/payments'
import { updateBooking } from '#db/write/bookings'
import { insertLateFee, insertPayment, insertPrint, insertWaiver } from '#db/write/payments'
import { keepCharge } from '../bookings/charges.ts'
import { bookingRecord } from '../bookings/record.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command } from '../law/command.ts'
import { paymentRecord } from './record.ts'

// Money at the counter (E2, E9). A payment is a fact: it is added, and another one that reverses it takes it back.

export const take = command('payments.take', (context, args) => {
  const { tx, nowMs, commandId } = context
  const { memberId, lines, how, reference = '', receipt, atMs = nowMs } = args
  if (!readMember(tx, memberId)) return refuse({ reason: 'not-found', what: 'member', id: memberId })
  if (atMs > nowMs) return refuse({ reason: 'paid-in-the-future', atMs })
  const decision = decidePayment(memberId, lines, accountIn(context))
  if (!decision.ok) return decision
  const given = receipt ? decideNumber(tx, receipt) : { ok: true as const }
  if (!given.ok) return given
  return add(context, {
    kind: 'payment',
    memberId,
    lines,
    how,
    reference,
    bookletId: receipt?.bookletId ?? null,
    receiptNumber: receipt?.number ?? null,
    atMs,
    id: commandId,
  })
})

export const refund = command('payments.refund', (context, args) => {
  const { tx, nowMs, commandId } = context
  const { memberId, lines, how, reference = '', reason } = args
  if (!readMember(tx, memberId)) return refuse({ reason: 'not-found', what: 'member', id: memberId })
  const decision = decideRefund(memberId, lines, accountIn(context))
  if (!decision.ok) return decision
  const back = lines.map(turnedRound)
  return add(context, {
    kind: 'refund',
    memberId,
    lines: back,
    how,
    reference,
    reason,
    atMs: nowMs,
    id: commandId,
  })
})

/** The original payment stays as it is; another one that is its opposite is added. */
export const reverse = {
  ...command('payments.reverse', (context, { paymentId, reason }) => {
    const { tx, nowMs, commandId } = context
    const stored = readNamedPayment(tx, paymentId)
    if (!stored) return refuse({ reason: 'not-found', what: 'payment', id: paymentId })
    const lines = readPaymentLines(tx, paymentId).map(({ account: { bookingId }, centavos }) => ({
      bookingId,
      centavos,
    }))
    const { kind, memberId, how, reference } = stored
    const standing = { kind, reversed: stored.reversedById !== null }
    const decision = decideReversal(standing, lines, accountIn(context))
    if (!decision.ok) return decision
    const back = lines.map(turnedRound)
    const reversal = {
      kind: 'reversal' as const,
      memberId,
      lines: back,
      how,
      reference,
      reason,
      reverses: paymentId,
    }
    return add(context, { ...reversal, atMs: nowMs, id: commandId })
  }),
  on: paymentRecord,
}

/** A print is counted, so that a copy says that it is one. */
export const print = {
  ...command('payments.print', (context, { paymentId }) => {
    const { tx, actor, nowMs } = context
    const stored = readNamedPayment(tx, paymentId)
    if (!stored) return refuse({ reason: 'not-found', what: 'payment', id: paymentId })
    const nth = stored.prints + 1
    return changeRecord(context, paymentRecord, paymentId, () =>
      insertPrint(tx, { paymentId, nth, enteredBy: actor.id, enteredMs: nowMs }),
    )
  }),
  on: paymentRecord,
}

export const addLateFee = command('payments.addLateFee', (context, { bookingId, commandId: id }) => {
  const { tx, actor, nowMs } = context
  const stored = readBooking(tx, bookingId)
  if (!stored) return refuse({ reason: 'not-found', what: 'booking', id: bookingId })
  const asked = decideLateFee(tx, stored)
  if (!asked.ok) return asked
  keepCharge(context, bookingId)
  return onAccount(context, bookingId, { lateFeeCentavos: asked.fee.centavos }, () =>
    insertLateFee(tx, { id, bookingId, ...asked.fee, enteredBy: actor.id, enteredMs: nowMs }),
  )
})

export const waiveLateFee = command('payments.waiveLateFee', (context, { bookingId, reason }) => {
  const { tx, actor, nowMs } = context
  if (!readBooking(tx, bookingId)) return refuse({ reason: 'not-found', what: 'booking', id: bookingId })
  const fee = readLateFee(tx, bookingId)
  if (!fee) return refuse({ reason: 'no-fee-to-waive' })
  return onAccount(context, bookingId, { waivedCentavos: fee.centavos, waivedBecause: reason }, () =>
    insertWaiver(tx, { feeId: fee.id, reason, enteredBy: actor.id, enteredMs: nowMs }),
  )
})

/** The late fee that a booking could be given now by the rule of its machine's type. */
export function decideLateFee(
  tx: ReadDb,
  { id, machineId, status, endMs, returnedMs }: StoredBooking,
): Decision<{ fee: NonNullable<ReturnType<typeof lateFeeOf>> }> {
  if (readLateFee(tx, id)) return refuse({ reason: 'no-late-fee', why: 'added-already' })
  const rule = lateFeeRuleOf(tx, { machineId })
  if (!rule) return refuse({ reason: 'no-late-fee', why: 'no-rule' })
  if (status !== 'completed' || returnedMs === null) return refuse({ reason: 'no-late-fee', why: 'not-back' })
  const fee = lateFeeOf(rule, endMs, returnedMs)
  return fee ? { ok: true, fee } : refuse({ reason: 'no-late-fee', why: 'in-time' })
}

/** What the type of a booking's machine asks for coming back late; null if it asks for nothing. */
export function lateFeeRuleOf(
  db: ReadDb,
  { machineId }: Pick<StoredBooking, 'machineId'>,
): LateFeeRule | null {
  const machine = readStoredMachine(db, machineId)
  const { lateFeeCentavos, lateFeePer } = (machine && readType(db, machine.typeId)) ?? {}
  return lateFeeCentavos && lateFeePer ? { centavos: lateFeeCentavos, per: lateFeePer } : null
}

type NewPayment = Omit<
  Parameters<typeof insertPayment>[1],
  'lines' | 'centavos' | 'enteredBy' | 'enteredMs'
> & {
  lines: readonly PaymentLine[]
}

function add(context: CommandContext, { lines, ...payment }: NewPayment) {
  const { tx, actor, nowMs } = context
  return addRecord(context, paymentRecord, payment.id, () =>
    insertPayment(tx, {
      ...payment,
      lines: JSON.stringify(lines.map(({ bookingId, centavos }) => ({ bookingId, centavos }))),
      centavos: sumOf(lines),
      enteredBy: actor.id,
      enteredMs: nowMs,
    }),
  )
}

/** A booking that was promised by an older Araro has no account yet; it gets one as soon as it is looked for. */
function accountIn(context: CommandContext) {
  return (bookingId: string): Account | undefined => {
    const { tx } = context
    const known = readAccount(tx, bookingId)
    if (known) return known
    const stored = readBooking(tx, bookingId)
    if (!stored) return undefined
    if (stored.status !== 'completed') keepCharge(context, bookingId)
    return readAccount(tx, bookingId) ?? nothingDue(stored)
  }
}

function nothingDue({ id, number, memberId }: StoredBooking): Account {
  return {
    bookingId: id,
    bookingNumber: number ?? 0,
    memberId,
    dueCentavos: 0,
    mostCentavos: 0,
    paidCentavos: 0,
  }
}

function decideNumber(tx: WriteTx, { bookletId, number }: { bookletId: string; number: number }): Decision {
  const booklet = readBooklet(tx, bookletId)
  if (!booklet) return refuse({ reason: 'not-found', what: 'booklet', id: bookletId })
  return decideReceipt(booklet, number, readReceipt(tx, bookletId, number) !== undefined)
}

function turnedRound({ bookingId, centavos }: PaymentLine): PaymentLine {
  return { bookingId, centavos: -centavos }
}

/** A fee belongs to its booking: it is in its history, and the booking has changed. */
function onAccount(
  context: CommandContext,
  bookingId: string,
  said: { lateFeeCentavos?: number; waivedCentavos?: number; waivedBecause?: string },
  write: () => void,
) {
  changeRecord(
    context,
    bookingRecord,
    bookingId,
    () => {
      write()
      updateBooking(context.tx, bookingId, {})
    },
    said,
  )
  const account = readAccount(context.tx, bookingId)
  if (!account) throw new Error(`booking ${bookingId} has no account`)
  const { memberId: _, ...shown } = account
  return { ok: true as const, account: shown }
}
