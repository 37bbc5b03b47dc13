import * as z from 'zod'
import { BLOCK_KINDS, type BlockKind, type StatusOf, type TitleOf } from '#booking/in-the-way'
import { daysInclusive } from '#booking/time/day'
import { question, TAKING_TIME } from './call.ts'
import * as shape from './shapes.ts'

/** An event of any kind, as it is checked on the wire. */
export const anyEvent = z.strictObject({
  id: shape.id,
  kind: z.enum(BLOCK_KINDS),
  machineId: shape.id,
  status: z.string(),
  title: z.string(),
  startMs: z.int(),
  endMs: z.int(),
  /** Local days, both inclusive, of what is booked by days. */
  from: z.string().optional(),
  to: z.string().optional(),
  units: z.int(),
  version: shape.version,
  overdue: z.boolean(),
})

/** An event of one kind; without a kind, of any. How it can stand and what it is called depends on its kind. */
export type CalendarEvent<Kind extends BlockKind = BlockKind> = {
  [K in Kind]: Omit<z.infer<typeof anyEvent>, 'kind' | 'status' | 'title'> & {
    kind: K
    status: StatusOf[K]
    title: TitleOf[K]
  }
}[Kind]

/**
 * On the wire every event is checked alike, since a board has ten thousand of them. Which statuses and titles go with
 * which kind is known to the types, here and where the office reads them.
 */
export const calendarEvent = anyEvent as unknown as z.ZodType<CalendarEvent>

const coming = z.strictObject({ bookingId: shape.id, memberName: z.string(), startMs: z.int() })
const machineToday = z.strictObject({
  machineId: shape.id,
  /** The approved booking that begins within thirty days, or has begun, and whose machine has not been handed over yet. */
  next: coming.nullable(),
  /** How many more such bookings begin until the end of that one's day. */
  more: z.int(),
  /** The pending booking that begins first, unless it begins on a later day than `next`. */
  asked: coming.nullable(),
  askedMore: z.int(),
  /** Planned maintenance that covers now, or begins before `next`. */
  maintenance: z
    .strictObject({
      startMs: z.int(),
      endMs: z.int(),
      /** It lasts until it is finished. */
      openEnded: z.boolean(),
    })
    .nullable(),
  /** Units that are out with members now. */
  unitsOut: z.int(),
  /**
   * When one unit is free next: the beginning of a whole day for a machine booked by days, otherwise of a free hour. Not
   * after now if it is free now. Null if nobody knows, because the machine is overdue, or if not within sixty days.
   */
  freeFromMs: z.int().nullable(),
  /** The end of that free time; null if it is not within those days. */
  freeUntilMs: z.int().nullable(),
})
export type MachineToday = z.infer<typeof machineToday>

/** Days of one machine, from the first to the last. */
const machineDays = z.strictObject({ machineId: shape.id, from: shape.localDay, to: shape.localDay })
type Days = Pick<z.infer<typeof machineDays>, 'from' | 'to'>

/** At most 62 days, the first not after the last. */
function fewDays<Shape extends z.ZodType<Days>>(days: Shape): Shape {
  return days
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'must not be before from' })
    .refine(({ from, to }) => daysInclusive(from, to) <= 62, {
      path: ['to'],
      message: 'must be at most 61 days after from',
    })
}

export const calendar = {
  /**
   * Everything that overlaps [fromMs, toMs), for the named machines or for all of them: what is overdue lasts until now.
   * At most 400 days.
   */
  events: question('see-office', ...TAKING_TIME, 'enrolment', 'member', 'user')
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
  /** What the machines in service do now and next, beside what `machines.list` says of them. */
  today: question('see-office', 'booking', 'machine', 'maintenance', 'session', 'batch', 'member', 'settings')
    .input(z.strictObject({}))
    .output(z.array(machineToday)),
  /**
   * The days of one machine, from the first to the last, on which something is in the way of a booking: worked out by
   * the rules that decide a request, with the buffers that each booking was promised. `whole`: nothing can be booked
   * on that day. `by` names the first few. At most 62 days. `exceptBookingId` and `formId` as in
   * `bookings.check`.
   */
  takenDays: question('see-office', ...TAKING_TIME, 'machine', 'member', 'settings', 'user')
    .input(
      fewDays(machineDays.extend({ exceptBookingId: shape.id.optional(), formId: shape.newId.optional() })),
    )
    .output(z.array(z.strictObject({ day: z.string(), whole: z.boolean(), by: z.array(shape.inTheWay) }))),
  /**
   * How full one machine is on each day, from the first to the last. `units`: the most taken at any moment, at most the
   * capacity; from today on with the buffers that each booking was promised, before today what was there. `free`: a
   * unit can still be booked, for the whole day if the machine is booked by days. A past day on which nothing was there
   * is left out. At most 62 days.
   */
  dayLoads: question('see-office', ...TAKING_TIME, 'machine', 'settings')
    .input(fewDays(machineDays))
    .output(z.array(z.strictObject({ day: z.string(), units: z.int(), free: z.boolean() }))),
}
