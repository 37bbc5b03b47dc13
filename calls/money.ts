import * as z from 'zod'
import type { Quote } from '#booking/money/price'
import * as shape from './shapes.ts'

const rate = z.strictObject({ centavos: z.int(), per: shape.rateUnit })

/** The price of a booking at the machine's rate, as the rules quote it. */
export const quoted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total'), centavos: z.int(), quantity: z.number(), rate }),
  z.strictObject({ kind: z.literal('measured'), centavos: z.int(), quantity: z.number(), rate }),
  z.strictObject({ kind: z.literal('measured-later'), rate }),
]) satisfies z.ZodType<Quote>
