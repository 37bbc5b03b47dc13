import { inserting } from '../rows.ts'
import { bookingFacts } from '../tables/booking-facts.ts'

export type NewFact = typeof bookingFacts.$inferInsert

/**
 * Adds a fact. The file moves its booking along: a hand-over makes it in use, a return completes it, and its times are
 * those of the facts that hold.
 * @throws MOVE-NOT-ALLOWED, STILL-OUT or NOT-STANDING from the guard
 */
export const insertFact = inserting(bookingFacts)
