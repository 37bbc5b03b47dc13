import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { MEMBER_KINDS } from '#booking/members/kind'
import { RATE_STANDINGS } from '#booking/money/rates'
import { command, question } from './call.ts'
import { WORK_QUANTITY } from './limits.ts'
import { quoted, rateCentavos, rateWith } from './money.ts'
import * as shape from './shapes.ts'

const rateRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  /** One of the two. */
  machineId: shape.id.nullable(),
  typeId: shape.id.nullable(),
  /** The name of the machine or the type. */
  of: z.string(),
  /** `0001-01-01` of the rate that a machine was added with. */
  validFrom: z.string(),
  /** Null, like the amounts: from that day on there is no rate of its own. */
  per: shape.rateUnit.nullable(),
  centavos: z.int().nullable(),
  /** For those who are not members; null if they pay the same. */
  forOthersCentavos: z.int().nullable(),
  /** What it includes besides the machine. */
  with: rateWith,
  /** Whether it holds today, from a later day on, or no more. */
  standing: z.enum(RATE_STANDINGS),
  setBy: shape.person,
  setMs: z.int(),
  unreadable: shape.unreadable,
})
export type RateRow = z.infer<typeof rateRow>
/** What the history says of a rate. */
export type RateInHistory = Omit<WithoutIds<RateRow>, 'of' | 'standing' | 'setBy' | 'setMs' | 'unreadable'>

const ofWhat = { machineId: shape.id.optional(), typeId: shape.id.optional() }
const outcome = shape.outcomeOf('rate', rateRow)

function namesOne({ machineId, typeId }: { machineId?: string | undefined; typeId?: string | undefined }) {
  return (machineId === undefined) !== (typeId === undefined)
}
const ONE = 'must name a machine or a type, and not both'

/** One line of how a price comes about. The lines of a price add up to it. */
const priceLine = z.strictObject({
  /** The work, at the rate. */
  what: z.literal('work'),
  quantity: z.number(),
  per: shape.rateUnit,
  eachCentavos: z.int(),
  centavos: z.int(),
})

/** What machines cost (E1, E7). */
export const rates = {
  /**
   * Adds a rate of a machine, or of every machine of a type that has none of its own, valid from a day on: today or later,
   * but for the first. What was valid stays on record, and what was promised keeps its price.
   */
  set: command('keep-machines')
    .input(
      z
        .strictObject({
          ...shape.command,
          ...ofWhat,
          per: shape.rateUnit,
          centavos: rateCentavos,
          /** For those who are not members. Left out, they pay the same. */
          forOthersCentavos: rateCentavos.nullable().optional(),
          with: rateWith.optional(),
          validFrom: shape.localDay,
        })
        .refine(namesOne, ONE),
    )
    .output(outcome),
  /** From this day on, the machine has no rate of its own, and its type's holds; or the type has none. */
  stop: command('keep-machines')
    .input(
      z.strictObject({ ...shape.command, rateId: shape.id, ...shape.onVersion, validFrom: shape.localDay }),
    )
    .output(outcome),
  /** The last 100 rates of a machine with those of its type, or of a type, the latest first. */
  list: question('see-office', 'rate', 'machine', 'machine-type', 'user')
    .input(z.strictObject(ofWhat).refine(namesOne, ONE))
    .output(z.strictObject({ rates: z.array(rateRow) })),
  /**
   * What a machine costs, and how that comes about. The rate is the one that is valid on the first day of the period;
   * without a period, today. `quantity` is how much is done, in the unit of the rate; without it the period and the units
   * are counted, and what is known only after the work has no amount.
   */
  quote: question('see-office', 'rate', 'machine', 'machine-type', 'member', 'user', 'settings')
    .input(
      z.strictObject({
        machineId: shape.id,
        /** Without it, the price for a member. */
        memberId: shape.id.optional(),
        period: shape.period.optional(),
        units: shape.units.optional(),
        quantity: z
          .number()
          .min(WORK_QUANTITY.min)
          .max(WORK_QUANTITY.max)
          .multipleOf(WORK_QUANTITY.min)
          .optional(),
      }),
    )
    .output(
      z.strictObject({
        /** Null if there is no rate. */
        quote: quoted.nullable(),
        /** The figure; null if there is none before the work. */
        centavos: z.int().nullable(),
        lines: z.array(priceLine),
        /** The row that holds: the machine's own, or its type's. */
        rate: rateRow.nullable(),
        memberKind: z.enum(MEMBER_KINDS),
      }),
    ),
}
