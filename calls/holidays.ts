import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { command, question } from './call.ts'
import { HOLIDAY_LENGTHS, MOST_BLACKOUTS, MOST_REACHED, REASON_LENGTH, YEARS } from './limits.ts'
import * as shape from './shapes.ts'

/** A day on which the office is closed, or on which the cooperative decided that it is not. */
const holidayRow = z.strictObject({
  /** The day, by which it is named. */
  id: shape.id,
  day: z.string(),
  /** 0: nobody has decided anything about this public holiday. */
  version: z.int(),
  name: z.string(),
  /** False: struck out, so that the office keeps its usual hours. */
  closed: z.boolean(),
  /** It is in the calendar of public holidays. */
  isPublic: z.boolean(),
})
export type HolidayRow = z.infer<typeof holidayRow>
/** What the history says of a holiday. */
export type HolidayInHistory = Omit<WithoutIds<HolidayRow>, 'isPublic'>

/** A booking that a blackout reaches. It stays promised. */
const reached = z.strictObject({
  bookingId: shape.id,
  number: z.int().nullable(),
  status: shape.bookingStatus,
  machineName: z.string(),
  memberName: z.string(),
  memberPhone: z.string(),
  period: shape.period,
})
const blackoutRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  /** One machine, or all of a type; neither: every machine. */
  machineId: shape.id.nullable(),
  typeId: shape.id.nullable(),
  /** The name of the machine or of the type; empty for every machine. */
  what: z.string(),
  period: shape.period,
  startMs: z.int(),
  endMs: z.int(),
  reason: z.string(),
  removed: z.boolean(),
  unreadable: shape.unreadable,
})
export type BlackoutRow = z.infer<typeof blackoutRow>
/** What the history says of a blackout. */
export type BlackoutInHistory = Omit<WithoutIds<BlackoutRow>, 'startMs' | 'endMs' | 'unreadable'>

const year = z.int().min(YEARS.min).max(YEARS.max)
const name = shape.requiredLine(HOLIDAY_LENGTHS.name)

/** Holidays (B3): public ones, and what the cooperative decided about a day. */
export const holidays = {
  /** Those of a year, by day; also those that were struck out. */
  list: question('see-office', 'holiday')
    .input(z.strictObject({ year }))
    .output(z.strictObject({ year: z.int(), holidays: z.array(holidayRow) })),
  /**
   * Closes the office on a day, under a name. `insteadOf`: the holiday is moved from that day, on which the office then
   * keeps its usual hours.
   */
  add: command('set-rules')
    .input(
      z.strictObject({ ...shape.command, day: shape.localDay, name, insteadOf: shape.localDay.optional() }),
    )
    .output(shape.outcomeOf('holiday', holidayRow)),
  /** Strikes out a holiday, public or added. `holidayId`: its day. */
  remove: command('set-rules')
    .input(z.strictObject({ ...shape.command, holidayId: shape.localDay }))
    .output(shape.outcomeOf('holiday', holidayRow)),
}

/** Which machines: one, all of a type, or, without either, every machine. */
const which = { machineId: shape.id.optional(), typeId: shape.id.optional() }
const oneOrTheOther = (asked: { machineId?: string | undefined; typeId?: string | undefined }) =>
  asked.machineId === undefined || asked.typeId === undefined

/** Times in which machines are not booked, and why (B3). */
export const blackouts = {
  /** Those that are not over and not removed, at most 100. */
  list: question('see-office', 'blackout', 'machine', 'machine-type')
    .input(z.strictObject({}))
    .output(z.strictObject({ blackouts: z.array(blackoutRow).max(MOST_BLACKOUTS) })),
  /** The bookings that a blackout would reach, or reaches. They stay promised; `count` is how many there are. */
  reach: question('see-office', 'booking', 'machine', 'member')
    .input(
      z
        .strictObject({ ...which, period: shape.period })
        .refine(oneOrTheOther, 'must name a machine or a type, not both'),
    )
    .output(z.strictObject({ reached: z.array(reached).max(MOST_REACHED), count: z.int() })),
  add: command('set-rules')
    .input(
      z
        .strictObject({
          ...shape.command,
          ...which,
          period: shape.period,
          reason: shape.requiredLine(REASON_LENGTH),
        })
        .refine(oneOrTheOther, 'must name a machine or a type, not both'),
    )
    .output(shape.outcomeOf('blackout', blackoutRow)),
  remove: command('set-rules')
    .input(z.strictObject({ ...shape.command, blackoutId: shape.id, ...shape.onVersion }))
    .output(shape.outcomeOf('blackout', blackoutRow)),
}
