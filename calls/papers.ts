import * as z from 'zod'
import { deskWrite } from './call.ts'
import * as shape from './shapes.ts'

const paper = z.discriminatedUnion('paper', [
  z.strictObject({ paper: z.literal('slip'), bookingId: shape.id }),
  z.strictObject({ paper: z.literal('day-sheet'), day: shape.localDay }),
  z.strictObject({ paper: z.literal('waiting-list') }),
])

export const papers = {
  /** Says that a paper was printed, so that whoever takes back a step that it shows is told. */
  printed: deskWrite('see-office')
    .input(paper)
    .output(z.strictObject({ ok: z.literal(true) })),
}
