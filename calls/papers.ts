import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { PAPER_KINDS, PAPER_STATES } from '#booking/papers/papers'
import { photos } from './booking-facts.ts'
import { command, question } from './call.ts'
import { PAPER_LENGTHS, REASON_LENGTH } from './limits.ts'
import * as shape from './shapes.ts'

const paperRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  machineId: shape.id,
  machineName: z.string(),
  kind: z.enum(PAPER_KINDS),
  /** What another kind of paper is called. */
  title: z.string(),
  number: z.string(),
  issuedBy: z.string(),
  /** The first and the last day on which it holds; null: it does not say. */
  validFrom: z.string().nullable(),
  expires: z.string().nullable(),
  note: z.string(),
  /** The hashes of its photos; `bookings.photo` gives one. */
  photos: z.array(z.string()),
  replaces: shape.id.nullable(),
  replacedById: shape.id.nullable(),
  endedMs: z.int().nullable(),
  endedWhy: z.string(),
  enteredBy: shape.person,
  enteredMs: z.int(),
  /** How it stands today. */
  state: z.enum(PAPER_STATES),
})
export type PaperRow = z.infer<typeof paperRow>
/** What the history says of a paper. */
export type PaperInHistory = Pick<
  WithoutIds<PaperRow>,
  'machineName' | 'kind' | 'title' | 'number' | 'issuedBy' | 'validFrom' | 'expires' | 'note' | 'endedWhy'
> & {
  /** The hashes of its photos. */
  photos?: string[]
}

const outcome = shape.outcomeOf('paper', paperRow)

/** Papers of machines (D12): registration, insurance, an agreement, or another one. */
export const papers = {
  /** The papers that hold, of machines in service: those that expire first come first. */
  list: question('see-office', 'paper', 'machine', 'settings', 'user')
    .input(z.strictObject({ cursor: shape.cursor.optional() }))
    .output(z.strictObject({ papers: z.array(paperRow), nextCursor: z.string().nullable() })),
  /**
   * Every paper of a machine, the last entered first, also those that were replaced or ended. `refuse`: the machine does
   * not go out while one of them is expired.
   */
  ofMachine: question('see-office', 'paper', 'machine', 'settings', 'user')
    .input(z.strictObject({ machineId: shape.id }))
    .output(z.strictObject({ papers: z.array(paperRow), refuse: z.boolean() })),
  /** Adds a paper, or with `replaces` renews or corrects one, which is kept. */
  add: command('keep-machines')
    .input(
      z
        .strictObject({
          ...shape.command,
          machineId: shape.id,
          kind: z.enum(PAPER_KINDS),
          /** Of `other`, and of no other kind. */
          title: shape.line(PAPER_LENGTHS.title).optional(),
          number: shape.line(PAPER_LENGTHS.number).optional(),
          issuedBy: shape.line(PAPER_LENGTHS.issuedBy).optional(),
          validFrom: shape.localDay.optional(),
          expires: shape.localDay.optional(),
          note: shape.paragraph(PAPER_LENGTHS.note).optional(),
          /** Photos that were kept before: `bookings.keepPhoto`. */
          photos: photos.optional(),
          replaces: shape.id.optional(),
        })
        .refine(
          ({ kind, title }) => (kind === 'other') === Boolean(title),
          'must have a title if it is of another kind',
        ),
    )
    .output(
      z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), paper: paperRow }), shape.refused]),
    ),
  /** The paper is kept no longer, such as an agreement that ended. */
  end: command('keep-machines')
    .input(
      z.strictObject({
        ...shape.command,
        paperId: shape.id,
        ...shape.onVersion,
        reason: shape.requiredLine(REASON_LENGTH),
      }),
    )
    .output(outcome),
}
