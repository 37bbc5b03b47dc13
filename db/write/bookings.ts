import { type ChangeOf, inserting, updating } from '../rows.ts'
import { bookings } from '../tables/bookings.ts'

/**
 * @throws OVERBOOKED from the guard if the machine has no room, whatever the rules decided
 */
export const insertBooking = inserting(bookings)

export type BookingChange = ChangeOf<typeof bookings>
/** @throws OVERBOOKED, STILL-OUT or MOVE-NOT-ALLOWED from the guard */
export const updateBooking = updating(bookings)
