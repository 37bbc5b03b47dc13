import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { MEMBER_KINDS } from '#booking/members/kind'
import { MEMBER_STANDINGS } from '#booking/members/standing'
import { command, question } from './call.ts'
import { MEMBER_LENGTHS, PASTED_LENGTH, PASTED_LINES, REASON_LENGTH, SEARCH_LENGTH } from './limits.ts'
import { countLines } from './pasted-lines.ts'
import * as shape from './shapes.ts'

export const memberRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  number: z.string(),
  name: z.string(),
  phone: z.string(),
  barangay: z.string(),
  sector: z.string(),
  verified: z.boolean(),
  suspended: z.boolean(),
  suspendedReason: z.string(),
  /** A member of the cooperative, or somebody else who rents its machines. */
  kind: z.enum(MEMBER_KINDS),
  unreadable: shape.unreadable,
})
export type MemberRow = z.infer<typeof memberRow>
/** What the history says of a member. */
export type MemberInHistory = Omit<WithoutIds<MemberRow>, 'unreadable'>

const memberFields = {
  number: shape.requiredLine(MEMBER_LENGTHS.number),
  name: shape.requiredLine(MEMBER_LENGTHS.name),
  phone: shape.line(MEMBER_LENGTHS.phone),
  barangay: shape.line(MEMBER_LENGTHS.barangay),
  sector: shape.line(MEMBER_LENGTHS.sector),
}
/** Left out, a new one is a member, and one that is changed stays what it was. */
const kind = { kind: z.enum(MEMBER_KINDS).optional() }
const memberOutcome = shape.outcomeOf('member', memberRow)
const onMember = { ...shape.command, memberId: shape.id, ...shape.onVersion }
/** Lines pasted from a spreadsheet: number, name, phone, barangay and sector, separated by tabs. */
const pasted = z
  .string()
  .max(PASTED_LENGTH, `must be at most ${PASTED_LENGTH} characters`)
  .refine(text => countLines(text) <= PASTED_LINES, `must have at most ${PASTED_LINES} lines`)

export const members = {
  /**
   * Finds members by any part of the name, by the number however it is written and by the phone number; ignores
   * diacritics, and allows one typo in a name. The best found come first. An empty text gives the first members by
   * name.
   */
  search: question('see-office', 'member')
    .input(z.strictObject({ text: z.string().max(SEARCH_LENGTH), limit: shape.pageLimit.optional() }))
    .output(z.array(memberRow)),
  list: question('see-office', 'member')
    .input(
      z.strictObject({
        text: z.string().max(SEARCH_LENGTH).optional(),
        barangay: z.string().max(MEMBER_LENGTHS.barangay).optional(),
        standing: z.enum(MEMBER_STANDINGS).optional(),
        cursor: shape.cursor.optional(),
      }),
    )
    .output(
      z.strictObject({
        members: z.array(memberRow),
        total: z.int(),
        barangays: z.array(z.string()),
        nextCursor: z.string().nullable(),
      }),
    ),
  get: question('see-office', 'member', 'booking', 'machine', 'payment')
    .input(z.strictObject({ memberId: shape.id }))
    .output(
      z.strictObject({
        member: memberRow.nullable(),
        /** How many bookings of this member ended in each status. */
        counts: z.record(z.string(), z.int()),
        /** The bookings whose machines the member should have returned by now, the oldest first. */
        overdue: z.array(
          z.strictObject({ bookingId: shape.id, machineName: z.string(), period: shape.period }),
        ),
        /** What the member owes, in centavos, and since when and for how many days the oldest of it is due; null if nothing. */
        owes: z.strictObject({ owedCentavos: z.int(), sinceMs: z.int(), days: z.int() }).nullable(),
      }),
    ),
  /** For the form of a new member: the barangays of the others, and the number that comes next; '' if none does. */
  suggestions: question('keep-members', 'member')
    .input(z.strictObject({}))
    .output(z.strictObject({ barangays: z.array(z.string()), nextNumber: z.string() })),
  add: command('keep-members')
    .input(z.strictObject({ ...shape.command, ...memberFields, ...kind }))
    .output(memberOutcome),
  change: command('keep-members')
    .input(z.strictObject({ ...onMember, ...memberFields, ...kind }))
    .output(memberOutcome),
  verify: command('keep-members').input(z.strictObject(onMember)).output(memberOutcome),
  suspend: command('keep-members')
    .input(z.strictObject({ ...onMember, reason: shape.requiredLine(REASON_LENGTH) }))
    .output(memberOutcome),
  reinstate: command('keep-members').input(z.strictObject(onMember)).output(memberOutcome),
  /** Checks pasted lines without writing anything. Names the first 50 good and the first 50 bad ones, and counts all. */
  checkMany: question('keep-members', 'member')
    .input(z.strictObject({ text: pasted }))
    .output(
      z.strictObject({
        good: z.array(z.strictObject({ line: z.int(), ...memberFields })),
        goodCount: z.int(),
        bad: z.array(z.strictObject({ line: z.int(), text: z.string(), problem: z.string() })),
        badCount: z.int(),
      }),
    ),
  /** All or nothing: if one line is bad, no member is added. */
  addMany: command('keep-members')
    .input(z.strictObject({ ...shape.command, text: pasted }))
    .output(
      z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), added: z.int() }), shape.refused]),
    ),
}
