import type { OfferStatus } from './status.ts'

export type WaitingRefusal =
  /** The member is on the list already, for the same machine or type and the same days. */
  | { reason: 'waiting-already'; memberName: string }
  /** Whom somebody is moved up before comes later already, or does not wait any more. */
  | { reason: 'not-moved-up'; memberName: string; before: string; why: 'comes-first' | 'waits-no-more' }
  /** Somebody else took or ended the offer, or it was not taken in time. */
  | { reason: 'offer-over'; status: OfferStatus }
