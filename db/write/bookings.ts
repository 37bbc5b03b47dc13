import { preparedSql, type WriteTx } from '../file.ts'
import { type ChangeOf, inserting, updating } from '../rows.ts'
import { bookings } from '../tables/bookings.ts'

const insert = inserting(bookings)
const lastNumber = preparedSql<object, { number: number | null }>(
  'SELECT max(number) AS number FROM bookings',
)

/**
 * Adds a booking with the next number. The file would give it that number itself, but by a second write of the row.
 * @throws OVERBOOKED from the guard if the machine has no room, whatever the rules decided
 */
export function insertBooking(tx: WriteTx, row: Omit<typeof bookings.$inferInsert, 'number'>): void {
  insert(tx, { ...row, number: (lastNumber(tx).get({})?.number ?? 0) + 1 })
}

export type BookingChange = ChangeOf<typeof bookings>
/** @throws OVERBOOKED, STILL-OUT or MOVE-NOT-ALLOWED from the guard */
export const updateBooking = updating(bookings)
