import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { QUOTA_COUNTS, QUOTA_PERIODS } from '#booking/quotas/kinds'
import { command, question } from './call.ts'
import { QUOTA_LIMIT } from './limits.ts'
import * as shape from './shapes.ts'

const quotaRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  /** Null, like its name: machines of any type. */
  typeId: shape.id.nullable(),
  typeName: z.string().nullable(),
  counts: z.enum(QUOTA_COUNTS),
  limit: z.number(),
  per: z.enum(QUOTA_PERIODS),
  /** Of a season. */
  fromDay: z.string().nullable(),
  toDay: z.string().nullable(),
  removed: z.boolean(),
  unreadable: shape.unreadable,
})
export type QuotaRow = z.infer<typeof quotaRow>
/** What the history says of a quota. */
export type QuotaInHistory = Omit<WithoutIds<QuotaRow>, 'typeName' | 'unreadable'>

const outcome = shape.outcomeOf('quota', quotaRow)

/** How much each member may have booked (B4). */
export const quotas = {
  /**
   * Sets how much each member may book in a week, a month or a season, on machines of a type or on any. One with the same
   * type, period and count is changed, otherwise it is added. Bookings are whole; hours and hectares have two decimals.
   */
  set: command('set-rules')
    .input(
      z
        .strictObject({
          ...shape.command,
          typeId: shape.id.optional(),
          counts: z.enum(QUOTA_COUNTS),
          limit: z.number().min(QUOTA_LIMIT.min).max(QUOTA_LIMIT.max).multipleOf(0.01),
          per: z.enum(QUOTA_PERIODS),
          /** The first and the last day of a season. */
          fromDay: shape.localDay.optional(),
          toDay: shape.localDay.optional(),
        })
        .refine(
          ({ counts, limit }) => counts !== 'bookings' || Number.isInteger(limit),
          'must be whole bookings',
        )
        .refine(
          ({ per, fromDay, toDay }) =>
            per === 'season'
              ? fromDay !== undefined && toDay !== undefined && fromDay <= toDay
              : fromDay === undefined && toDay === undefined,
          'must name the first and the last day of a season, and of nothing else',
        ),
    )
    .output(outcome),
  remove: command('set-rules')
    .input(z.strictObject({ ...shape.command, quotaId: shape.id, ...shape.onVersion }))
    .output(outcome),
  list: question('see-office', 'quota', 'machine-type')
    .input(z.strictObject({}))
    .output(z.strictObject({ quotas: z.array(quotaRow) })),
  /** What a member has used and what is left of each quota, in the week, month or season of a day; today if none is given. */
  left: question('see-office', 'quota', 'machine-type', 'booking', 'field')
    .input(z.strictObject({ memberId: shape.id, day: shape.localDay.optional() }))
    .output(
      z.strictObject({
        quotas: z.array(
          quotaRow.omit({ removed: true, fromDay: true, toDay: true }).extend({
            used: z.number(),
            left: z.number(),
            from: z.string(),
            until: z.string(),
          }),
        ),
      }),
    ),
}
