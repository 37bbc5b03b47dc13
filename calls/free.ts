import * as z from 'zod'
import { alternative } from './booking-rows.ts'
import { question, TAKING_TIME } from './call.ts'
import { FIRST_FREE_TIMES, LENGTHS } from './limits.ts'
import * as shape from './shapes.ts'

/** How long a machine is wanted: whole days for one that is booked by days, otherwise minutes. */
export const length = z.union([
  z.strictObject({ days: z.int('must be a whole number').min(LENGTHS.days.min).max(LENGTHS.days.max) }),
  z.strictObject({
    minutes: z.int('must be a whole number').min(LENGTHS.minutes.min).max(LENGTHS.minutes.max),
  }),
])

export const free = {
  /**
   * The first ten free times of a machine, or of any machine of a type (D9), earliest first: this person could request
   * each of them now. Of one machine, no two overlap. Clock times are by day, and begin on a quarter of an hour. Looks
   * three months ahead. Never writes, never cached. `refusal`: the rule that stands against all times; null if there
   * are some, or if the machines are taken throughout.
   */
  first: question(
    'enter-bookings',
    ...TAKING_TIME,
    'blackout',
    'holiday',
    'machine',
    'machine-type',
    'settings',
  )
    .input(
      z
        .strictObject({
          /** One of the two. */
          typeId: shape.id.optional(),
          machineId: shape.id.optional(),
          length,
          units: shape.units.optional(),
          /** The first day to look at; today, if not given. */
          from: shape.localDay.optional(),
          /** On that day, not before this time, in minutes after midnight. */
          fromMinutes: z.int().min(LENGTHS.clock.min).max(LENGTHS.clock.max).optional(),
          /** Leaves out that form's own hold. */
          formId: shape.newId.optional(),
          /** For a booking that is being moved: leaves it out, and the place that it has is none of the answers. */
          exceptBookingId: shape.id.optional(),
        })
        .refine(wanted => (wanted.typeId === undefined) !== (wanted.machineId === undefined), {
          path: ['typeId'],
          message: 'must be given, or machineId, but not both',
        }),
    )
    .output(
      z.strictObject({
        free: z.array(alternative).max(FIRST_FREE_TIMES),
        refusal: shape.refusal.nullable(),
      }),
    ),
}
