import * as z from 'zod'
import { question } from './call.ts'
import * as shape from './shapes.ts'

export const calendarEvent = z.strictObject({
  id: shape.id,
  kind: z.enum(['booking', 'hold', 'maintenance', 'session']),
  machineId: shape.id,
  /** A booking's status; 'planned' or 'finished' for maintenance; 'held' for a hold. */
  status: z.string(),
  /** The member's name, the maintenance kind, or the person who is filling in the form. */
  title: z.string(),
  startMs: z.int(),
  endMs: z.int(),
  /** For whole-day bookings: local days, both inclusive. */
  from: z.string().optional(),
  to: z.string().optional(),
  units: z.int(),
  version: shape.version,
  overdue: z.boolean(),
})
export type CalendarEvent = z.infer<typeof calendarEvent>

export const calendar = {
  /** Everything that overlaps [fromMs, toMs), for the named machines or for all of them. At most 400 days. */
  events: question('see-office', 'booking', 'hold', 'maintenance', 'member', 'user')
    .input(
      z
        .strictObject({
          machineIds: z.array(shape.id).max(500).optional(),
          fromMs: shape.instant,
          toMs: shape.instant,
          /** Includes rejected, cancelled, no-show and displaced bookings. */
          withEnded: z.boolean().optional(),
        })
        .refine(range => range.toMs > range.fromMs, { path: ['toMs'], message: 'must be after fromMs' })
        .refine(range => range.toMs - range.fromMs <= 400 * 86_400_000, {
          path: ['toMs'],
          message: 'must be at most 400 days after fromMs',
        }),
    )
    .output(z.array(calendarEvent)),
}
