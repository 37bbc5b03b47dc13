import * as z from 'zod'
import type { BlockKind, StatusOf, TitleOf } from '#booking/availability/in-the-way'
import { MAINTENANCE_STATUSES } from '#booking/maintenance/kinds'
import { question } from './call.ts'
import * as shape from './shapes.ts'

/** An event of one kind: how it can stand, and what it is called. */
function eventOf<K extends BlockKind>(
  kind: K,
  own: { status: z.ZodType<StatusOf[K]>; title: z.ZodType<TitleOf[K]> },
) {
  return z.strictObject({
    id: shape.id,
    kind: z.literal(kind),
    machineId: shape.id,
    ...own,
    startMs: z.int(),
    endMs: z.int(),
    /** Local days, both inclusive, of what is booked by days. */
    from: z.string().optional(),
    to: z.string().optional(),
    units: z.int(),
    version: shape.version,
    overdue: z.boolean(),
  })
}

export const calendarEvent = z.discriminatedUnion('kind', [
  eventOf('booking', { status: shape.bookingStatus, title: z.string() }),
  eventOf('hold', { status: z.literal('held'), title: z.string() }),
  eventOf('maintenance', { status: z.enum(MAINTENANCE_STATUSES), title: shape.maintenanceKind }),
])
/** Of one kind; without a kind, of any. A kind that is missing above is refused where the office answers. */
export type CalendarEvent<K extends BlockKind = BlockKind> = Extract<
  z.infer<typeof calendarEvent>,
  { kind: K }
>

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
