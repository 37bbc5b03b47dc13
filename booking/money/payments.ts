import { type Decision, refuse } from '../refusal.ts'

/** How somebody pays. */
export const PAY_HOW = ['cash', 'bank', 'e-wallet', 'other'] as const
export type PayHow = (typeof PAY_HOW)[number]

/** A refund gives money back; a reversal takes back a payment or a refund that was entered wrongly. */
export const PAYMENT_KINDS = ['payment', 'refund', 'reversal'] as const
export type PaymentKind = (typeof PAYMENT_KINDS)[number]

/** How much of a payment is for which booking, in centavos. */
export type PaymentLine = { readonly bookingId: string; readonly centavos: number }

/** What is known of a booking's account, in centavos. */
export type Account = {
  readonly bookingId: string
  readonly bookingNumber: number
  readonly memberId: string
  /** What should be paid by now. */
  readonly dueCentavos: number
  /** The most that may be paid: what the booking costs in all, where that is known before it is due. */
  readonly mostCentavos: number
  readonly paidCentavos: number
}

export function sumOf(lines: readonly PaymentLine[]): number {
  return lines.reduce((sum, { centavos }) => sum + centavos, 0)
}

type Found = (bookingId: string) => Account | undefined

/** Whether a member may pay this: each line for another booking of theirs, and none more than it can still cost. */
export function decidePayment(memberId: string, lines: readonly PaymentLine[], found: Found): Decision {
  return eachOnce(memberId, lines, found, (account, centavos) => {
    const owedCentavos = Math.max(0, account.mostCentavos - account.paidCentavos)
    const { bookingNumber } = account
    return centavos > owedCentavos
      ? refuse({ reason: 'more-than-owed', bookingNumber, owedCentavos, centavos })
      : undefined
  })
}

/** Whether a member can be given this back: no more than was paid for each booking. */
export function decideRefund(memberId: string, lines: readonly PaymentLine[], found: Found): Decision {
  return eachOnce(memberId, lines, found, ({ bookingNumber, paidCentavos }, centavos) =>
    centavos > paidCentavos
      ? refuse({ reason: 'more-than-paid', bookingNumber, paidCentavos, centavos })
      : undefined,
  )
}

type Standing = { readonly kind: PaymentKind; readonly reversed: boolean }

/** Whether a payment can be reversed: once, entirely, and only while what it paid was not given back. */
export function decideReversal(
  { kind, reversed }: Standing,
  lines: readonly PaymentLine[],
  found: Found,
): Decision {
  if (reversed || kind === 'reversal') return refuse({ reason: 'reversed-already' })
  for (const { bookingId, centavos } of lines) {
    const account = found(bookingId)
    if (account && account.paidCentavos < centavos) {
      const { bookingNumber, paidCentavos } = account
      return refuse({ reason: 'more-than-paid', bookingNumber, paidCentavos, centavos })
    }
  }
  return { ok: true }
}

type No = ReturnType<typeof refuse> | undefined

function eachOnce(
  memberId: string,
  lines: readonly PaymentLine[],
  found: Found,
  no: (account: Account, centavos: number) => No,
): Decision {
  const seen = new Set<string>()
  for (const { bookingId, centavos } of lines) {
    const account = found(bookingId)
    if (!account) return refuse({ reason: 'not-found', what: 'booking', id: bookingId })
    const { bookingNumber } = account
    if (account.memberId !== memberId) return refuse({ reason: 'not-their-booking', bookingNumber })
    if (seen.has(bookingId)) return refuse({ reason: 'twice-in-one-payment', bookingNumber })
    seen.add(bookingId)
    const refusal = no(account, centavos)
    if (refusal) return refusal
  }
  return { ok: true }
}
