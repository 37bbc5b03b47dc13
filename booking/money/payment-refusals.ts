export type PaymentRefusal =
  /** A line pays more than the booking can still cost. */
  | { reason: 'more-than-owed'; bookingNumber: number; owedCentavos: number; centavos: number }
  /** More would be given back than was paid for the booking. */
  | { reason: 'more-than-paid'; bookingNumber: number; paidCentavos: number; centavos: number }
  | { reason: 'not-their-booking'; bookingNumber: number }
  | { reason: 'twice-in-one-payment'; bookingNumber: number }
  /** A payment is reversed once, and a reversal never. */
  | { reason: 'reversed-already' }
  | { reason: 'paid-in-the-future'; atMs: number }
  | { reason: 'receipt-used'; receipt: string }
  | { reason: 'receipt-outside'; receipt: string; prefix: string; first: number; last: number }
  | { reason: 'booklet-closed'; receipt: string }
  | { reason: 'booklet-range'; first: number; last: number; why: 'backward' | 'too-long' }
  | { reason: 'booklets-overlap'; prefix: string; first: number; last: number }
  /** Numbers of the booklet are used already. */
  | { reason: 'booklet-in-use'; prefix: string; lowest: number; highest: number }
  /** No late fee can be added: the machine is not back, came back in time, its type has none, or one was added. */
  | { reason: 'no-late-fee'; why: 'not-back' | 'in-time' | 'no-rule' | 'added-already' }
  | { reason: 'no-fee-to-waive' }
