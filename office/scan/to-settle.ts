import type { Settling } from '#calls/booking-rows'
import type { ShownBooking } from '#db/read/bookings'

/** A promise that cannot be kept for now, and why. */
export type ToSettle = { readonly booking: ShownBooking; readonly settling: Settling }
