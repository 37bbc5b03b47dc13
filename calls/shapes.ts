import * as z from 'zod'
import './field-words.ts'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import type { InTheWay } from '#booking/in-the-way'
import { MAINTENANCE_KINDS } from '#booking/maintenance/kinds'
import { RATE_UNITS } from '#booking/money/price'
import type { Refusal } from '#booking/refusal'
import { RULE_LIMITS } from '#booking/settings/rules'
import { isLocalDay } from '#booking/time/day'
import { ROLES } from '#booking/users/roles'
import { UNITS, USER_LENGTHS } from './limits.ts'

// Shapes that several calls use. Inputs are strict: an unknown field is an error and is not dropped silently.

/** An id made by the caller: any UUID, converted to lower case so that one id never names two rows. */
export const newId = z.guid('must be an id (a UUID)').toLowerCase()
/**
 * An id of an existing row. Araro's own ids are UUIDs; a row written with SQL may have any id that the file accepts.
 */
export const id = z.string().min(1, 'must not be empty').max(100, 'must be at most 100 characters')

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\u2028\u2029]/u
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029]/u

/** One line of text, trimmed, without control characters; at most `max` characters. */
export function line(max: number) {
  return z
    .string()
    .max(max, `must be at most ${max} characters`)
    .normalize('NFC')
    .trim()
    .refine(text => !CONTROL_CHARACTERS.test(text), 'must not contain control characters')
}

/** The same, but not empty. */
export function requiredLine(max: number) {
  return line(max).min(1, 'must not be empty')
}

/** Text of several lines. */
export function paragraph(max: number) {
  return z
    .string()
    .max(max, `must be at most ${max} characters`)
    .normalize('NFC')
    .trim()
    .refine(text => !CONTROL_BUT_LINES.test(text), 'must not contain control characters')
}

/** A password is taken exactly as typed. Its minimum length is a rule of the office, not of the shape. */
export const password = z
  .string()
  .min(1, 'must not be empty')
  .max(USER_LENGTHS.password, `must be at most ${USER_LENGTHS.password} characters`)

export const localDay = z
  .string()
  .max(10, 'must be a date such as 2026-12-01')
  .refine(isLocalDay, 'must be a date that exists, such as 2026-12-01')

const FIRST_MS = -62_135_596_800_000
const LAST_MS = 253_402_300_799_999
/** UTC epoch milliseconds from year 1 to year 9999, whole. */
export const instant = z.int('must be whole milliseconds').min(FIRST_MS).max(LAST_MS)

const daysPeriod = z.strictObject({ kind: z.literal('days'), from: localDay, to: localDay })
const timePeriod = z.strictObject({ kind: z.literal('time'), startMs: instant, endMs: instant })
export const period = z.discriminatedUnion('kind', [daysPeriod, timePeriod])

/** The limits of B1, the same for the office and for a machine type. */
export const minNoticeDays = z.int().min(RULE_LIMITS.minNoticeDays.min).max(RULE_LIMITS.minNoticeDays.max)
export const maxDays = z.int().min(RULE_LIMITS.maxDays.min).max(RULE_LIMITS.maxDays.max)
export const horizonDays = z.int().min(RULE_LIMITS.horizonDays.min).max(RULE_LIMITS.horizonDays.max)

export const units = z
  .int('must be a whole number')
  .min(UNITS.min, `must be at least ${UNITS.min}`)
  .max(UNITS.max)
export const version = z.int().min(1).max(Number.MAX_SAFE_INTEGER)
export const cursor = z.string().min(1).max(200)
export const pageLimit = z.int().min(1).max(100)
export const role = z.enum(ROLES)
export const bookingStatus = z.enum(BOOKING_STATUSES)
export const maintenanceKind = z.enum(MAINTENANCE_KINDS)
export const rateUnit = z.enum(RATE_UNITS)

/** The rules make and type refusals; the wire only checks that the value has a reason. */
export const refusal = z.custom<Refusal>(
  value => typeof value === 'object' && value !== null && typeof (value as Refusal).reason === 'string',
)
/** What stands in the way, as a refusal names it; typed like one. */
export const inTheWay = z.custom<InTheWay>(
  value => typeof value === 'object' && value !== null && typeof (value as InTheWay).kind === 'string',
)
export const refused = z.strictObject({ ok: z.literal(false), refusal })

/** The answer to a command on one record: the record, or a refusal with the record as it is now. */
export function outcomeOf<Name extends string, Row extends z.ZodType>(name: Name, row: Row) {
  const yes = z.strictObject({ ok: z.literal(true), [name]: row } as { ok: z.ZodLiteral<true> } & Record<
    Name,
    Row
  >)
  return z.discriminatedUnion('ok', [
    yes,
    z.strictObject({ ok: z.literal(false), refusal, current: row.optional() }),
  ])
}

/** Every command has an id made by the caller, so that sending it twice does no harm. */
export const command = { commandId: newId }
/** A command on an existing record also has the version that the window showed. */
export const onVersion = { version }
/**
 * In a row that another program wrote: the fields whose values Araro does not know. They have stand-ins; the rest of the
 * row is as stored.
 */
export const unreadable = z.array(z.string()).optional()

/** Why a machine needs maintenance. */
export const dueBecause = z.strictObject({
  what: z.enum(['hours', 'days', 'bookings']),
  since: z.number(),
  after: z.int(),
})

/** A person as lists show them. */
export const person = z.strictObject({ id, name: z.string() })
