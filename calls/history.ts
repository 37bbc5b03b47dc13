import * as z from 'zod'
import { RECORD_ENTITIES, type RecordEntity } from '#booking/entities'
import { question } from './call.ts'
import { recordEntity } from './entities.ts'
import * as shape from './shapes.ts'

/** One line of the append-only history: who did what to which record, and the changed fields before and after. */
export const historyRow = z.strictObject({
  seq: z.int(),
  atMs: z.int(),
  userId: shape.id.nullable(),
  /** 'system' when the program itself acted. */
  userName: z.string(),
  /** The command's name, such as `bookings.approve`. */
  action: z.string(),
  /** Of a line that another program wrote, it may be a kind that Araro does not know. */
  entity: z.custom<RecordEntity>(value => typeof value === 'string'),
  entityId: z.string(),
  /** The record's title: the machine's or member's name, or "machine · member" for a booking. */
  title: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type HistoryRow = z.infer<typeof historyRow>

/** A refused attempt (G4), as kept with the commands. */
const refusedAttempt = z.strictObject({
  commandId: shape.id,
  atMs: z.int(),
  userName: z.string(),
  action: z.string(),
  /** "Machine · member", or the name that was entered; empty if there is neither. */
  title: z.string(),
  /** The requested time; null if the attempt was not about a time. */
  period: shape.period.nullable(),
  refusal: shape.refusal,
})

export const history = {
  list: question('see-office', ...RECORD_ENTITIES)
    .input(
      z.strictObject({
        entity: recordEntity.optional(),
        entityId: shape.id.optional(),
        userId: shape.id.optional(),
        fromMs: shape.instant.optional(),
        toMs: shape.instant.optional(),
        cursor: shape.cursor.optional(),
      }),
    )
    .output(z.strictObject({ rows: z.array(historyRow), nextCursor: z.string().nullable() })),
  refused: question('see-office', ...RECORD_ENTITIES)
    .input(z.strictObject({ cursor: shape.cursor.optional() }))
    .output(z.strictObject({ attempts: z.array(refusedAttempt), nextCursor: z.string().nullable() })),
  /** Verifies the whole hash chain. `brokenAt` is the first row that does not follow from the one before it. */
  verify: question('see-office', ...RECORD_ENTITIES)
    .input(z.strictObject({}))
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), rows: z.int() }),
        z.strictObject({ ok: z.literal(false), brokenAt: z.int() }),
      ]),
    ),
}
