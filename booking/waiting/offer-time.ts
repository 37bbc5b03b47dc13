import { afterOpenTime, type OpenCalendar } from '../hours/opening-hours.ts'
import { MINUTE_MS } from '../time/day.ts'

/** How long an offer lasts, in minutes in which the cooperative's office is open: a setting with these limits. */
export const OFFER_MINUTES = { min: 15, max: 2880, usual: 120 } as const

/** An offer's time as it is counted, in milliseconds. */
export function offerMs(minutes: number): number {
  return minutes * MINUTE_MS
}

/** When an offer with so much time left will be over: at the latest when what it offers begins. */
export function offerEndsMs(
  offer: { readonly leftMs: number; readonly startMs: number },
  nowMs: number,
  calendar: OpenCalendar,
): number {
  return Math.min(afterOpenTime(nowMs, offer.leftMs, calendar), offer.startMs)
}
