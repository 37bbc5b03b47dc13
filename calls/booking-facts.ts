import * as z from 'zod'
import { FACT_KINDS } from '#booking/bookings/facts'
import { MOST_PHOTOS } from '#booking/bookings/photo-kind'
import { CONDITIONS, type Seen } from '#booking/machines/condition'
import { FUEL_MEASURES, FUEL_READ_IN, type Fuel } from '#booking/machines/fuel'
import { WORK_UNITS, type Work } from '#booking/money/price'
import {
  FACT_LENGTHS,
  FUEL,
  IMPLEMENTS,
  METER_HOURS,
  POINTS,
  REASON_LENGTH,
  WORK_QUANTITY,
} from './limits.ts'
import { quoted } from './money.ts'
import * as shape from './shapes.ts'

// What is recorded when a machine goes out and comes back (C4): what the calls take, and what answers show of it.

export const fuelReadIn = z.enum(FUEL_READ_IN)
export const fuel = z.strictObject({
  amount: z.number(),
  in: z.enum(FUEL_MEASURES),
}) satisfies z.ZodType<Fuel>
const work = z.strictObject({
  quantity: z.number(),
  per: z.enum(WORK_UNITS),
}) satisfies z.ZodType<Work>

/** One point that was looked at. */
export const seen = z.strictObject({
  point: z.string(),
  state: z.enum(CONDITIONS),
  note: z.string().optional(),
}) satisfies z.ZodType<Seen>
export type SeenRow = z.infer<typeof seen>

/** One fact. `standing`: no later one corrects it. */
export const bookingFact = z.strictObject({
  id: shape.id,
  kind: z.enum(FACT_KINDS),
  atMs: z.int(),
  meterHours: z.number().nullable(),
  fuel: fuel.nullable(),
  /** The implements that went along. */
  implements: z.array(z.string()),
  slip: z.string(),
  note: z.string(),
  work: work.nullable(),
  /** What was looked at, point by point. */
  condition: z.array(seen),
  /** The hashes of its photos; `bookings.photo` gives one. */
  photos: z.array(z.string()),
  /** Of measured work at the machine's rate; null where only the quote applies. */
  price: quoted.nullable(),
  /** Why a reading goes backward; empty if none does. */
  readingReason: z.string(),
  /** Why it corrects an earlier one; empty if it is the first. */
  reason: z.string(),
  enteredBy: shape.person,
  enteredMs: z.int(),
  /** The fact that it corrects. */
  corrects: shape.id.nullable(),
  standing: z.boolean(),
  unreadable: shape.unreadable,
})
export type BookingFact = z.infer<typeof bookingFact>

/** What the hour meter shows. */
const meterHours = z.number().min(METER_HOURS.min).max(METER_HOURS.max).multipleOf(0.1)
/** In litres, or in eighths of the tank, as the machine's type says. */
const fuelAmount = z.number().min(FUEL.min).max(FUEL.max).multipleOf(0.1)
const saidOfReading = {
  /** Why a reading goes backward, such as a new meter. */
  reason: shape.line(REASON_LENGTH).optional(),
  /** True after the user was asked about a jump: it was read so. */
  confirmed: z.boolean().optional(),
}
const reading = z.strictObject({
  meterHours: meterHours.optional(),
  fuel: fuelAmount.optional(),
  ...saidOfReading,
})
/** Null: it was not read, although a number was entered. */
const otherReading = z.strictObject({
  meterHours: meterHours.nullable().optional(),
  fuel: fuelAmount.nullable().optional(),
  ...saidOfReading,
})

const condition = z
  .array(
    z.strictObject({
      point: shape.requiredLine(POINTS.length),
      state: z.enum(CONDITIONS),
      note: shape.line(POINTS.note).optional(),
    }),
  )
  .max(POINTS.most)
  .refine(list => differ(list.map(one => one.point)), 'must name each point once')

/** The hash of a photo that was kept before: `bookings.keepPhoto`. */
export const photoHash = z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of a photo')
export const photos = z
  .array(photoHash)
  .max(MOST_PHOTOS, `must be at most ${MOST_PHOTOS} photos`)
  .refine(differ, 'must name each photo once')

function differ(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}

const atBoth = {
  condition: condition.optional(),
  photos: photos.optional(),
  note: shape.paragraph(FACT_LENGTHS.note).optional(),
}
const goingOut = {
  ...atBoth,
  implements: z.array(shape.requiredLine(IMPLEMENTS.length)).max(IMPLEMENTS.most).optional(),
  slip: shape.line(FACT_LENGTHS.slip).optional(),
}
const measured = z.strictObject({
  quantity: z.number().min(WORK_QUANTITY.min).max(WORK_QUANTITY.max).multipleOf(WORK_QUANTITY.min),
  per: z.enum(WORK_UNITS),
})
const now = { atMs: shape.instant, reading: reading.optional() }
const anew = {
  /** Why it is corrected. */
  reason: shape.requiredLine(REASON_LENGTH),
  atMs: shape.instant.optional(),
  reading: otherReading.optional(),
}

/**
 * What can be said of a hand-over, beside which booking. Only the time is needed. Another machine or another number of
 * units is checked like a move, another member like a correction: the booking is theirs from then on.
 */
export const handingOver = {
  ...now,
  ...goingOut,
  machineId: shape.id.optional(),
  units: shape.units.optional(),
  memberId: shape.id.optional(),
}
/** What can be said of a return. */
export const takingBack = { ...now, ...atBoth, work: measured.optional() }
/** The same of one that was entered wrongly. What is left out stays. */
export const handingOverCorrected = { ...anew, ...goingOut }
export const takingBackCorrected = { ...anew, ...atBoth, work: measured.nullable().optional() }

/** What was last seen at a machine; null where nothing was. */
export const lastSeen = z.strictObject({
  meter: z.strictObject({ hours: z.number(), atMs: z.int() }).nullable(),
  fuel: z.strictObject({ fuel, atMs: z.int() }).nullable(),
  /** The condition in which it came back the last time that somebody looked, and from whom. */
  back: z
    .strictObject({ condition: z.array(seen), atMs: z.int(), bookingId: shape.id, memberName: z.string() })
    .nullable(),
})
