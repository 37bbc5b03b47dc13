import type { PayHow, PaymentKind } from '#booking/money/payments'
import type { BookletInHistory, PaymentInHistory } from '#calls/payments'
import { type CommandsOf, type FieldsOf, instant, number, text, type ValuesOf, yesOrNo } from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { amount } from './amount.ts'

export const paymentsDone = wordsFor<CommandsOf<'payments'>>('payments-done', {
  en: {
    take: 'Took a payment',
    refund: 'Gave money back',
    reverse: 'Reversed a payment',
    print: 'Printed a slip',
    addLateFee: 'Added a late fee',
    waiveLateFee: 'Waived a late fee',
  },
  fil: {
    take: 'Tumanggap ng bayad',
    refund: 'Nagsauli ng pera',
    reverse: 'Binaligtad ang bayad',
    print: 'Nag-print ng slip',
    addLateFee: 'Nagdagdag ng multa sa pagkahuli',
    waiveLateFee: 'Pinatawad ang multa sa pagkahuli',
  },
})

export const paymentsTried = wordsFor<CommandsOf<'payments'>>('payments-tried', {
  en: {
    take: 'Take a payment',
    refund: 'Give money back',
    reverse: 'Reverse a payment',
    print: 'Print a slip',
    addLateFee: 'Add a late fee',
    waiveLateFee: 'Waive a late fee',
  },
  fil: {
    take: 'Tumanggap ng bayad',
    refund: 'Magsauli ng pera',
    reverse: 'Baligtarin ang bayad',
    print: 'Mag-print ng slip',
    addLateFee: 'Magdagdag ng multa sa pagkahuli',
    waiveLateFee: 'Patawarin ang multa sa pagkahuli',
  },
})

export const bookletsDone = wordsFor<CommandsOf<'booklets'>>('booklets-done', {
  en: { add: 'Added a booklet', change: 'Changed a booklet', cancelNumber: 'Cancelled a receipt number' },
  fil: {
    add: 'Nagdagdag ng booklet',
    change: 'Binago ang booklet',
    cancelNumber: 'Kinansela ang numero ng resibo',
  },
})

export const bookletsTried = wordsFor<CommandsOf<'booklets'>>('booklets-tried', {
  en: { add: 'Add a booklet', change: 'Change a booklet', cancelNumber: 'Cancel a receipt number' },
  fil: {
    add: 'Magdagdag ng booklet',
    change: 'Baguhin ang booklet',
    cancelNumber: 'Kanselahin ang numero ng resibo',
  },
})

export const payHowWords = wordsFor<PayHow>('pay-how', {
  en: { cash: 'Cash', bank: 'Bank', 'e-wallet': 'E-wallet', other: 'Other' },
  fil: { cash: 'Cash', bank: 'Bangko', 'e-wallet': 'E-wallet', other: 'Iba pa' },
})

export const paymentKindWords = wordsFor<PaymentKind>('payment-kinds', {
  en: { payment: 'Payment', refund: 'Refund', reversal: 'Reversal' },
  fil: { payment: 'Bayad', refund: 'Isinauli', reversal: 'Binaligtad' },
})

export const paymentFields = wordsFor<FieldsOf<PaymentInHistory>>('payment-fields', {
  en: {
    kind: 'Kind',
    centavos: 'Amount',
    how: 'How',
    reference: 'Reference',
    receipt: 'Receipt',
    forBookings: 'For bookings',
    atMs: 'Paid',
    reason: 'Reason',
    prints: 'Slips printed',
  },
  fil: {
    kind: 'Uri',
    centavos: 'Halaga',
    how: 'Paano',
    reference: 'Reference',
    receipt: 'Resibo',
    forBookings: 'Para sa mga booking',
    atMs: 'Nagbayad',
    reason: 'Dahilan',
    prints: 'Mga slip na na-print',
  },
})

export const paymentValues: ValuesOf<PaymentInHistory> = {
  kind: (kind, { language }) => sayIn(language, paymentKindWords, kind),
  centavos: amount,
  how: (how, { language }) => sayIn(language, payHowWords, how),
  reference: text,
  receipt: text,
  forBookings: text,
  atMs: instant,
  reason: text,
  prints: number,
}

export const bookletFields = wordsFor<FieldsOf<BookletInHistory>>('booklet-fields', {
  en: {
    prefix: 'Before the number',
    first: 'First number',
    last: 'Last number',
    desk: 'Desk',
    closed: 'Put away',
    cancelledNumber: 'Cancelled number',
    reason: 'Reason',
  },
  fil: {
    prefix: 'Bago ang numero',
    first: 'Unang numero',
    last: 'Huling numero',
    desk: 'Mesa',
    closed: 'Itinabi na',
    cancelledNumber: 'Kinanselang numero',
    reason: 'Dahilan',
  },
})

export const bookletValues: ValuesOf<BookletInHistory> = {
  prefix: text,
  first: String,
  last: String,
  desk: text,
  closed: yesOrNo,
  cancelledNumber: text,
  reason: text,
}
