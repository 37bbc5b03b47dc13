import * as z from 'zod'
import { alternative, BOOKING_SHOWS, bookingRow, settling } from './booking-rows.ts'
import { CHECKED_AGAINST, question } from './call.ts'

const item = settling.extend({
  booking: bookingRow,
  /** What is free now instead: other machines of the type at that time, then other times. At most three. */
  alternatives: z.array(alternative),
})
export type SettleItem = z.infer<typeof item>

export const settle = {
  /**
   * The promises that cannot be kept for now, earliest first, each with its ways out. `count`: how many there are; the
   * items are the first of them.
   */
  list: question('see-office', ...CHECKED_AGAINST, ...BOOKING_SHOWS, 'machine-type')
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(item), count: z.int() })),
  /** How many there are, with those whose member was told and waits. */
  count: question('see-office', 'booking', 'maintenance', 'machine', 'settings')
    .input(z.strictObject({}))
    .output(z.strictObject({ count: z.int() })),
}
