import * as z from 'zod'
import './field-words.ts'
import type { InTheWay } from '#booking/availability/in-the-way'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { MAINTENANCE_KINDS } from '#booking/maintenance/kinds'
import { RATE_UNITS } from '#booking/money/price'
import type { Refusal } from '#booking/refusal'
import { RULE_LIMITS } from '#booking/settings/rules'
import { isLocalDay } from '#booking/time/day'
import { ROLES } from '#booking/users/roles'

// The shapes that the calls share. Inputs are strict: a field that nobody named is an error, not something to drop.

/** An id that a caller makes: any UUID, folded to lower case, so that the same id never names two rows. */
export const newId = z.guid('must be an id (a UUID)').toLowerCase()
/** An id that names a row. Ours are UUIDs; a row that somebody wrote with SQL has whatever the file took. */
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

/** A password is taken as typed: not trimmed, not folded. Its least length is a rule of the office, not of the shape. */
export const password = z.string().min(1, 'must not be empty').max(1000, 'must be at most 1000 characters')

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

export const units = z.int('must be a whole number').min(1, 'must be at least 1').max(1_000_000)
export const version = z.int().min(1).max(Number.MAX_SAFE_INTEGER)
export const cursor = z.string().min(1).max(200)
export const pageLimit = z.int().min(1).max(100)
export const role = z.enum(ROLES)
export const bookingStatus = z.enum(BOOKING_STATUSES)
export const maintenanceKind = z.enum(MAINTENANCE_KINDS)
export const rateUnit = z.enum(RATE_UNITS)

/** Refusals are made by the rules and typed there; the wire only checks that it is one. */
export const refusal = z.custom<Refusal>(
  value => typeof value === 'object' && value !== null && typeof (value as Refusal).reason === 'string',
)
/** What stands in the way, as a refusal names it; typed like one. */
export const inTheWay = z.custom<InTheWay>(
  value => typeof value === 'object' && value !== null && typeof (value as InTheWay).kind === 'string',
)
export const refused = z.strictObject({ ok: z.literal(false), refusal })

/** The answer to a command that makes or changes one thing: the thing, or why not and how it stands now. */
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

/** What every command carries: its own id, made by the caller, which makes repeating it harmless. */
export const command = { commandId: newId }
/** What a command on an existing record carries besides: the version that the window saw. */
export const onVersion = { version }
/** Who did something, as lists show it. */
export const person = z.strictObject({ id, name: z.string() })
