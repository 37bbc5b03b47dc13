import { oc } from '@orpc/contract'
import * as z from 'zod'
import * as shape from './shapes.ts'

const NOTICE_KINDS = ['requested', 'approved', 'rejected', 'cancelled', 'moved', 'no-show'] as const
const noticeRow = z.strictObject({
  id: shape.id,
  kind: z.enum(NOTICE_KINDS),
  atMs: z.int(),
  read: z.boolean(),
  bookingId: shape.id,
  memberName: z.string(),
  /** Who did it. */
  byName: z.string(),
  reason: z.string(),
  /** The booking as it stands now: it may have been moved or decided again since. */
  now: z.strictObject({ machineName: z.string(), status: shape.bookingStatus, period: shape.period }),
})
export type NoticeRow = z.infer<typeof noticeRow>

export const notices = {
  /** The newest fifty of the person who is signed in. */
  list: oc.input(z.strictObject({})).output(z.strictObject({ notices: z.array(noticeRow), unread: z.int() })),
  /** Without ids: all of them. */
  read: oc
    .input(z.strictObject({ noticeIds: z.array(shape.id).max(100).optional() }))
    .output(z.strictObject({ ok: z.literal(true) })),
}
