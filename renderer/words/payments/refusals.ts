import type { PaymentRefusal } from '#booking/money/payment-refusals'
import type { SentencesFor } from '../sentences.ts'

type WhyNoFee = Extract<PaymentRefusal, { reason: 'no-late-fee' }>['why']
const NO_FEE: { readonly [L in 'en' | 'fil']: { readonly [W in WhyNoFee]: string } } = {
  en: {
    'not-back': 'The machine is not back yet. Add the late fee after its return.',
    'in-time': 'The machine came back in time, so there is no late fee.',
    'no-rule': 'This machine type has no late fee. A manager can set one with the machine types.',
    'added-already': 'The late fee was added already. Waive it first if it is wrong.',
  },
  fil: {
    'not-back': 'Hindi pa naisasauli ang makina. Idagdag ang multa pagkatapos maisauli.',
    'in-time': 'Naisauli sa oras ang makina, kaya walang multa.',
    'no-rule': 'Walang multa ang uring ito ng makina. Maitatakda ito ng tagapamahala sa mga uri ng makina.',
    'added-already': 'Naidagdag na ang multa. Patawarin muna ito kung mali.',
  },
}

export const paymentRefusals: SentencesFor<PaymentRefusal> = {
  en: {
    'more-than-owed': ({ bookingNumber, owedCentavos, centavos }, f) =>
      owedCentavos === 0
        ? `Nothing is left to be paid for booking no. ${bookingNumber}. Leave it out.`
        : `Booking no. ${bookingNumber} can still cost less than ${f.money(centavos)}. Enter at most ${f.money(owedCentavos)}.`,
    'more-than-paid': ({ bookingNumber, paidCentavos, centavos }, f) =>
      `Only ${f.money(paidCentavos)} is paid for booking no. ${bookingNumber}, so ${f.money(centavos)} cannot be given back. If it was refunded since, reverse the refund first.`,
    'not-their-booking': ({ bookingNumber }) =>
      `Booking no. ${bookingNumber} is another member’s. Take a payment for each member.`,
    'twice-in-one-payment': ({ bookingNumber }) =>
      `Booking no. ${bookingNumber} is named twice. Enter one amount for it.`,
    'reversed-already': () => 'It has been reversed already. Take the payment again if it was right.',
    'paid-in-the-future': ({ atMs }, f) =>
      `${f.instant(atMs)} is still to come. Enter when the member really paid.`,
    'receipt-used': ({ receipt }) =>
      `Receipt ${receipt} is used or cancelled already. Enter the number that is printed on the receipt in your hand.`,
    'receipt-outside': ({ receipt, prefix, first, last }) =>
      `Receipt ${receipt} is not in this booklet, which has ${prefix}${first} to ${prefix}${last}. Choose another booklet, or check the number.`,
    'booklet-closed': ({ receipt }) =>
      `The booklet with receipt ${receipt} was put away. Choose another booklet.`,
    'booklet-range': ({ first, last, why }) =>
      why === 'backward'
        ? `The last number (${last}) comes before the first (${first}). Enter the numbers as they are printed.`
        : `From ${first} to ${last} is more than 100,000 receipts. Enter one booklet at a time.`,
    'booklets-overlap': ({ prefix, first, last }) =>
      `Another booklet has some of these numbers: ${prefix}${first} to ${prefix}${last}. Enter the numbers of this booklet only.`,
    'booklet-in-use': ({ prefix, lowest, highest }) =>
      `Numbers ${prefix}${lowest} to ${prefix}${highest} of this booklet are used already. They must stay within it.`,
    'no-late-fee': ({ why }) => NO_FEE.en[why],
    'no-fee-to-waive': () => 'This booking has no late fee that stands, so there is nothing to waive.',
  },
  fil: {
    'more-than-owed': ({ bookingNumber, owedCentavos, centavos }, f) =>
      owedCentavos === 0
        ? `Wala nang babayaran sa booking blg. ${bookingNumber}. Huwag na itong isama.`
        : `Sobra ang ${f.money(centavos)} sa puwede pang bayaran sa booking blg. ${bookingNumber}. Hanggang ${f.money(owedCentavos)} lang ang ilagay.`,
    'more-than-paid': ({ bookingNumber, paidCentavos, centavos }, f) =>
      `Ang bayad lang ay ${f.money(paidCentavos)} para sa booking blg. ${bookingNumber}, kaya hindi maisasauli ang ${f.money(centavos)}. Kung naisauli na ito, baligtarin muna ang pagsauli.`,
    'not-their-booking': ({ bookingNumber }) =>
      `Sa ibang kasapi ang booking blg. ${bookingNumber}. Tumanggap ng hiwalay na bayad para sa bawat kasapi.`,
    'twice-in-one-payment': ({ bookingNumber }) =>
      `Dalawang beses nabanggit ang booking blg. ${bookingNumber}. Isang halaga lang ang ilagay para rito.`,
    'reversed-already': () => 'Nabaligtad na ito. Tanggapin ulit ang bayad kung tama iyon.',
    'paid-in-the-future': ({ atMs }, f) =>
      `Hindi pa dumarating ang ${f.instant(atMs)}. Ilagay kung kailan talaga nagbayad ang kasapi.`,
    'receipt-used': ({ receipt }) =>
      `Nagamit o nakansela na ang resibo ${receipt}. Ilagay ang numerong nakalimbag sa hawak mong resibo.`,
    'receipt-outside': ({ receipt, prefix, first, last }) =>
      `Wala sa booklet na ito ang resibo ${receipt}; ang laman nito ay ${prefix}${first} hanggang ${prefix}${last}. Pumili ng ibang booklet, o tingnan ang numero.`,
    'booklet-closed': ({ receipt }) =>
      `Itinabi na ang booklet na may resibo ${receipt}. Pumili ng ibang booklet.`,
    'booklet-range': ({ first, last, why }) =>
      why === 'backward'
        ? `Mas una ang huling numero (${last}) kaysa sa unang numero (${first}). Ilagay ang mga numero ayon sa nakalimbag.`
        : `Mahigit 100,000 resibo ang mula ${first} hanggang ${last}. Isang booklet lang muna ang ilagay.`,
    'booklets-overlap': ({ prefix, first, last }) =>
      `May ibang booklet na may ganitong mga numero: ${prefix}${first} hanggang ${prefix}${last}. Ang mga numero lang ng booklet na ito ang ilagay.`,
    'booklet-in-use': ({ prefix, lowest, highest }) =>
      `Nagamit na ang mga numerong ${prefix}${lowest} hanggang ${prefix}${highest} ng booklet na ito. Dapat manatili ang mga iyon dito.`,
    'no-late-fee': ({ why }) => NO_FEE.fil[why],
    'no-fee-to-waive': () => 'Walang multang nakatala sa booking na ito, kaya walang patatawarin.',
  },
}
