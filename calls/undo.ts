import * as z from 'zod'
import { RECORD_ENTITIES, type RecordEntity } from '#booking/entities'
import { PRINTED } from '#booking/undo/printed'
import { command, question } from './call.ts'
import * as shape from './shapes.ts'

/** How many records of a step an answer shows; it counts the others. */
export const RECORDS_SHOWN = 5

/** What undoing a step would change in one record: its fields as they are now, and as they would be. */
const restored = z.strictObject({
  entity: z.custom<RecordEntity>(value => typeof value === 'string'),
  entityId: z.string(),
  title: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})

/** Something that a person did, and what undoing it would restore (C11). */
const step = z.strictObject({
  commandId: shape.id,
  atMs: z.int(),
  /** The command's name, such as `bookings.move`. Of a step that was undone or done again, the name of that step. */
  action: z.string(),
  /** Whether the person did it, undid it, or did it again by undoing the undo. */
  deed: z.enum(['did', 'undid', 'redid']),
  /** What the history says after the step, of its first record: it separates deeds of one command. */
  said: z.record(z.string(), z.unknown()).nullable(),
  records: z.array(restored),
  /** How many records the step changed. */
  count: z.int(),
  /** What shows its records and was printed since: undoing the step does not take it back. */
  printed: z.array(z.strictObject({ kind: z.enum(PRINTED), atMs: z.int(), byName: z.string() })),
  /** Why it cannot be undone; null if it would be. */
  refusal: shape.refusal.nullable(),
})
export type Step = z.infer<typeof step>

/** What the history says of an undo beside the changed fields: the command that was undone, or done again. */
export type UndoInHistory = { undid?: string; redid?: string }

export const undo = {
  /** The caller's own last steps, newest first. */
  list: question('own-account', ...RECORD_ENTITIES, 'hold')
    .input(z.strictObject({}))
    .output(z.strictObject({ steps: z.array(step) })),
  /**
   * Undoes one of the caller's own last steps, if nothing depends on it and the rules allow what was before. Needs the
   * right to the command that is undone.
   */
  last: command('own-account')
    .input(z.strictObject({ ...shape.command, of: shape.id }))
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
}
