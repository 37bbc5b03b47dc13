/** How somebody on the waiting list stands. `over`: the days that were wanted have passed. */
export const WAITING_STATUSES = ['waiting', 'booked', 'withdrawn', 'over'] as const
export type WaitingStatus = (typeof WAITING_STATUSES)[number]

/** How an offer stands. `lapsed`: nobody took it in time. */
export const OFFER_STATUSES = ['running', 'taken', 'declined', 'lapsed', 'withdrawn'] as const
export type OfferStatus = (typeof OFFER_STATUSES)[number]
