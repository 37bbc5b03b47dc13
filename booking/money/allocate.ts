import type { PaymentLine } from './payments.ts'

type Payable = {
  readonly bookingId: string
  readonly owedCentavos: number
  readonly mostCentavos: number
  readonly paidCentavos: number
}

/** What may still be paid for these bookings together, in advance too. */
export function mostFor(bookings: readonly Payable[]): number {
  return bookings.reduce((sum, one) => sum + Math.max(0, one.mostCentavos - one.paidCentavos), 0)
}

/** What is owed for these bookings together; for what is not due yet, what it can still cost. */
export function askedFor(bookings: readonly Payable[]): number {
  return bookings.reduce(
    (sum, one) =>
      sum + (one.owedCentavos > 0 ? one.owedCentavos : Math.max(0, one.mostCentavos - one.paidCentavos)),
    0,
  )
}

/** Spreads an amount over bookings in their order: first what is owed, then what is paid in advance. */
export function allocate(centavos: number, bookings: readonly Payable[]): PaymentLine[] {
  let left = centavos
  const take = (most: number) => {
    const taken = Math.min(left, Math.max(0, most))
    left -= taken
    return taken
  }
  const due = bookings.map(one => take(one.owedCentavos))
  return bookings
    .map((one, at) => {
      const owed = due[at] ?? 0
      return { bookingId: one.bookingId, centavos: owed + take(one.mostCentavos - one.paidCentavos - owed) }
    })
    .filter(line => line.centavos > 0)
}
