import * as z from 'zod'
import { deskWrite } from './call.ts'
import * as shape from './shapes.ts'

const print = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slip'), bookingId: shape.id }),
  z.strictObject({ kind: z.literal('day-sheet'), day: shape.localDay }),
  z.strictObject({ kind: z.literal('waiting-list') }),
])

export const prints = {
  /** Says that something was printed, so that whoever takes back a step that it shows is told. */
  note: deskWrite('see-office')
    .input(print)
    .output(z.strictObject({ ok: z.literal(true) })),
}
