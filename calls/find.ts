import * as z from 'zod'
import { question } from './call.ts'
import { FOUND, SEARCH_LENGTH } from './limits.ts'
import * as shape from './shapes.ts'

const machine = z.strictObject({
  id: shape.id,
  name: z.string(),
  type: z.string(),
  /** What is on its plate; empty if it has none. */
  plate: z.string(),
  retired: z.boolean(),
})
const member = z.strictObject({ id: shape.id, name: z.string(), number: z.string(), barangay: z.string() })
const booking = z.strictObject({
  id: shape.id,
  number: z.int(),
  machineName: z.string(),
  memberName: z.string(),
  period: shape.period,
  status: shape.bookingStatus,
  overdue: z.boolean(),
})

/** What a window can open by typing. */
export const FOUND_KINDS = ['machine', 'member', 'booking'] as const

export const find = {
  /**
   * Finds machines, members and bookings by any part of their names, without diacritics and with one typo (F6): at most
   * eight of each, the best found first. A booking is found by its number, or by words of which each is in the name of
   * its member or its machine: "ana tractor". Those that are not over come first. Of what is found equally well, what is
   * in `recent` comes first, in its order. Without a text, the answer is what is in `recent`.
   */
  anything: question('see-office', 'booking', 'machine', 'machine-type', 'member')
    .input(
      z.strictObject({
        text: z.string().max(SEARCH_LENGTH),
        recent: z
          .array(z.strictObject({ kind: z.enum(FOUND_KINDS), id: shape.id }))
          .max(FOUND.recent)
          .optional(),
      }),
    )
    .output(
      z.strictObject({
        machines: z.array(machine),
        members: z.array(member),
        bookings: z.array(booking),
      }),
    ),
}
