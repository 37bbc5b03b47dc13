import { create } from 'zustand'
import type { PickedMember } from './parts/fields/member-picker.tsx'

/** What the form of a payment begins with: who pays, and for which booking alone. */
export type PaymentStart = { member?: PickedMember; bookingId?: string }

type Open = { start: PaymentStart; keptAs: string }

/** The form that takes a payment, over whatever screen is shown; null while it is closed. */
export const useTakePayment = create<{ open: Open | null }>(() => ({ open: null }))

/** Opens the form. What was typed is kept for each booking and each member that it began with. */
export function openTakePayment(start: PaymentStart = {}): void {
  openPaymentAs(`payment.${start.bookingId ?? start.member?.id ?? 'new'}`, start)
}

/** Opens the form again under which something was typed. */
export function openPaymentAs(keptAs: string, start: PaymentStart = {}): void {
  useTakePayment.setState({ open: { start, keptAs } })
}

export function closeTakePayment(): void {
  useTakePayment.setState({ open: null })
}
