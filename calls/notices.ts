import * as z from 'zod'
import { NOTICE_ENTITIES, NOTICE_KINDS, type NoticeKind } from '#booking/notices/kinds'
import { deskWrite, question } from './call.ts'
import { recordEntity } from './entities.ts'
import * as shape from './shapes.ts'

/** The record that a notice is about, as it is now: a booking may have been moved or decided again since. */
const about = z.discriminatedUnion('entity', [
  z.strictObject({
    entity: z.literal('booking'),
    id: shape.id,
    machineName: z.string(),
    memberName: z.string(),
    status: shape.bookingStatus,
    period: shape.period,
  }),
  z.strictObject({ entity: recordEntity.exclude(['booking']), id: shape.id, title: z.string() }),
])

const noticeRow = z.strictObject({
  id: shape.id,
  /** Of a notice that another program wrote, it may be a kind that Araro does not know. */
  kind: z.custom<NoticeKind>(value => typeof value === 'string'),
  atMs: z.int(),
  read: z.boolean(),
  /** Who did it. */
  byName: z.string(),
  reason: z.string(),
  /** Where the user wants notices of this kind. */
  bell: z.boolean(),
  desktop: z.boolean(),
  about,
})
export type NoticeRow = z.infer<typeof noticeRow>

const choice = z.strictObject({ kind: z.enum(NOTICE_KINDS), bell: z.boolean(), desktop: z.boolean() })
export type NoticeChoice = z.infer<typeof choice>

export const notices = {
  /** The newest 50 notices of the user who is signed in. Only those on the bell count as unread. */
  list: question('own-account', 'notice', ...NOTICE_ENTITIES, 'machine', 'machine-type', 'member')
    .input(z.strictObject({}))
    .output(z.strictObject({ notices: z.array(noticeRow), unread: z.int() })),
  /** Marks these as read; without ids, all of them. */
  read: deskWrite('own-account')
    .input(z.strictObject({ noticeIds: z.array(shape.id).max(100).optional() }))
    .output(z.strictObject({ ok: z.literal(true) })),
  /** Every kind of notices that the user who is signed in can get, and where they want it. */
  choices: question('own-account', 'notice')
    .input(z.strictObject({}))
    .output(z.strictObject({ choices: z.array(choice) })),
  /** Where the user who is signed in wants notices of a kind: also those that are there already. */
  choose: deskWrite('own-account')
    .input(choice)
    .output(z.strictObject({ ok: z.literal(true) })),
}
