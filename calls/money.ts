import * as z from 'zod'
import { type Quote, RATE_WITH, type Rate } from '#booking/money/price'
import { RATE_CENTAVOS } from './limits.ts'
import * as shape from './shapes.ts'

/** What one unit may cost. */
export const rateCentavos = z.int().min(RATE_CENTAVOS.min).max(RATE_CENTAVOS.max)
export const rateWith = z.enum(RATE_WITH)
export const rate = z.strictObject({
  centavos: z.int(),
  per: shape.rateUnit,
  /** What it includes besides the machine; left out if that is nothing. */
  with: rateWith.exclude(['nothing']).optional(),
  /** It is the rate for those who are not members. */
  forOthers: z.literal(true).optional(),
}) satisfies z.ZodType<Rate>

/** The price of a booking at the machine's rate, as the rules quote it. */
export const quoted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total'), centavos: z.int(), quantity: z.number(), rate }),
  z.strictObject({ kind: z.literal('measured'), centavos: z.int(), quantity: z.number(), rate }),
  z.strictObject({ kind: z.literal('measured-later'), rate }),
]) satisfies z.ZodType<Quote>
