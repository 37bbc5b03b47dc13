import * as z from 'zod'
import { BATCH_STATES, SHARE_STATUSES } from '#booking/batches/state'
import type { WithoutIds } from '#booking/entities'
import { command, question } from './call.ts'
import { BATCH_LENGTHS, MOISTURE, REASON_LENGTH, SACKS, SHARE_KG } from './limits.ts'
import * as shape from './shapes.ts'

export const batchRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  machineId: shape.id,
  machineName: z.string(),
  typeId: shape.id,
  /** What a unit of the machine is called, such as "sack"; may be empty. */
  unitName: z.string(),
  period: shape.period,
  startMs: z.int(),
  /** Of a batch that lasts until its grain is dry, when it was to end. */
  endMs: z.int(),
  /** The local day on which it begins: its sacks count among those of that day. */
  day: z.string(),
  bufferBeforeMs: z.int(),
  bufferAfterMs: z.int(),
  openEnded: z.boolean(),
  /** When somebody expects it to end, if they said so since. */
  expectedEndMs: z.int().nullable(),
  /** Until when its machine is kept, without the time for cleaning; null once it is done or cancelled. */
  lastsUntilMs: z.int().nullable(),
  /** Computed from the time and what was said of it. */
  state: z.enum(BATCH_STATES),
  /** The sacks of its shares: as weighed, otherwise as estimated. How many fit, and how many are left. */
  sacks: z.int(),
  capacity: z.int(),
  left: z.int(),
  /** The sacks of all batches of the machine that begin on that day, and how many it takes; null if not limited. */
  onDay: z.int(),
  dayCapacity: z.int().nullable(),
  shares: z.int(),
  weighed: z.int(),
  /** The last reading, in percent. */
  moisture: z.number().nullable(),
  note: z.string(),
  reason: z.string(),
  openedBy: shape.person,
  openedMs: z.int(),
  doneMs: z.int().nullable(),
})
export type BatchRow = z.infer<typeof batchRow>
/** What the history says of a batch: what people decided, not what its shares come to. */
export type BatchInHistory = Pick<
  BatchRow,
  'machineName' | 'period' | 'openEnded' | 'expectedEndMs' | 'moisture' | 'note' | 'reason'
> & { status: 'open' | 'done' | 'cancelled' }

export const shareRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  batchId: shape.id,
  memberId: shape.id,
  memberNumber: z.string(),
  memberName: z.string(),
  memberPhone: z.string(),
  memberBarangay: z.string(),
  fieldId: shape.id.nullable(),
  fieldName: z.string(),
  /** What counts: as weighed, otherwise as estimated. */
  sacks: z.int(),
  estimate: z.int(),
  /** Null until it was weighed. */
  kg: z.number().nullable(),
  weighings: z.int(),
  /** When it was weighed first: when the sacks came. */
  arrivedMs: z.int().nullable(),
  ripeDay: z.string().nullable(),
  status: z.enum(SHARE_STATUSES),
  turn: z.int(),
  note: z.string(),
  reason: z.string(),
  addedBy: shape.person,
  addedMs: z.int(),
  machineName: z.string(),
  startMs: z.int(),
  endMs: z.int(),
  /** How its batch stands. */
  batchState: z.enum(BATCH_STATES),
})
export type ShareRow = z.infer<typeof shareRow>
/** What the history says of a share. */
export type ShareInHistory = Omit<
  WithoutIds<ShareRow>,
  | 'memberNumber'
  | 'memberPhone'
  | 'memberBarangay'
  | 'sacks'
  | 'weighings'
  | 'arrivedMs'
  | 'turn'
  | 'addedBy'
  | 'addedMs'
  | 'endMs'
  | 'batchState'
> & { weighedSacks: number | null }

const sacks = z
  .int('must be a whole number of sacks')
  .min(SACKS.min, `must be at least ${SACKS.min}`)
  .max(SACKS.max)
const kg = z
  .number()
  .min(SHARE_KG.min)
  .max(SHARE_KG.max)
  .multipleOf(0.1, 'must be to the tenth of a kilogram')
const moisture = z
  .number()
  .min(MOISTURE.min)
  .max(MOISTURE.max)
  .multipleOf(0.1, 'must be to the tenth of a percent')
const note = shape.paragraph(BATCH_LENGTHS.note).optional()
const reason = shape.line(REASON_LENGTH).optional()
const onBatch = { ...shape.command, batchId: shape.id, ...shape.onVersion }
const onShare = { ...shape.command, shareId: shape.id, ...shape.onVersion }
const outcome = shape.outcomeOf('batch', batchRow)
/** The share, with its batch as it is now: what is left in it. */
const shareOutcome = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), share: shareRow, batch: batchRow }),
  z.strictObject({ ok: z.literal(false), refusal: shape.refusal, current: shareRow.optional() }),
])

/** Batches of dryers and mills, filled with several members' sacks (D2, E4). */
export const batches = {
  /** Takes the machine whole for the period, with its buffers. `openEnded`: until somebody confirms that the grain is dry. */
  open: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        machineId: shape.id,
        period: shape.period,
        openEnded: z.boolean().optional(),
        note,
      }),
    )
    .output(outcome),
  /** What is left out stays as it is. */
  change: command('enter-bookings')
    .input(z.strictObject({ ...onBatch, period: shape.period.optional(), note }))
    .output(outcome),
  /** When a batch that lasts until its grain is dry is expected to end; null: nobody knows. */
  expect: command('enter-bookings')
    .input(z.strictObject({ ...onBatch, expectedEndMs: shape.instant.nullable() }))
    .output(outcome),
  cancel: command('enter-bookings')
    .input(z.strictObject({ ...onBatch, reason }))
    .output(outcome),
  /** The batch is done, and gives back what is left of its time. */
  finish: command('enter-bookings').input(z.strictObject(onBatch)).output(outcome),
  /** A reading of the moisture, in percent. */
  readMoisture: command('enter-bookings')
    .input(z.strictObject({ ...onBatch, moisture, note }))
    .output(outcome),
  /** The last reading: the grain is dry, and the batch is done. */
  confirmDry: command('enter-bookings')
    .input(z.strictObject({ ...onBatch, moisture, note }))
    .output(outcome),
  /** Everything in a batch goes into another one of the same machine or type, and the batch is cancelled. */
  merge: command('enter-bookings')
    .input(z.strictObject({ ...onBatch, intoBatchId: shape.id }))
    .output(outcome),
  /** A member's sacks, as estimated. The command's id becomes the share's. */
  add: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        batchId: shape.id,
        memberId: shape.id,
        sacks,
        fieldId: shape.id.optional(),
        ripeDay: shape.localDay.optional(),
        note,
      }),
    )
    .output(shareOutcome),
  /** What is left out stays as it is. The estimate changes only while nothing was weighed. */
  changeShare: command('enter-bookings')
    .input(
      z.strictObject({
        ...onShare,
        sacks: sacks.optional(),
        ripeDay: shape.localDay.nullable().optional(),
        note,
      }),
    )
    .output(shareOutcome),
  /**
   * What the sacks of a share weigh, which replaces the estimate; once more, to correct it. Where nobody counted the sacks,
   * there is one for each 50 kg.
   */
  weigh: command('enter-bookings')
    .input(z.strictObject({ ...onShare, sacks: sacks.optional(), kg, note }))
    .output(shareOutcome),
  cancelShare: command('enter-bookings')
    .input(z.strictObject({ ...onShare, reason }))
    .output(shareOutcome),
  /** A share goes to another batch. */
  move: command('enter-bookings')
    .input(z.strictObject({ ...onShare, batchId: shape.id }))
    .output(shareOutcome),
  /** So many sacks of a share go to another batch, as a share of their own with the command's id; the rest stays. */
  split: command('enter-bookings')
    .input(z.strictObject({ ...onShare, batchId: shape.id, sacks }))
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({
          ok: z.literal(true),
          share: shareRow,
          batch: batchRow,
          added: shareRow,
          into: batchRow,
        }),
        z.strictObject({ ok: z.literal(false), refusal: shape.refusal, current: shareRow.optional() }),
      ]),
    ),
  /** One batch with its shares in the order in which they are taken, and its last readings, the newest first. */
  get: question('see-office', 'batch', 'share', 'field', 'machine', 'member', 'user', 'settings')
    .input(z.strictObject({ batchId: shape.id }))
    .output(
      z
        .strictObject({
          batch: batchRow,
          shares: z.array(shareRow),
          cancelled: z.array(shareRow),
          readings: z.array(
            z.strictObject({
              moisture: z.number(),
              note: z.string(),
              enteredBy: shape.person,
              enteredMs: z.int(),
            }),
          ),
        })
        .nullable(),
    ),
  /** Batches that overlap [fromMs, toMs), and those that nobody has closed; the earliest first, or the newest. */
  list: question('see-office', 'batch', 'machine', 'user')
    .input(
      z.strictObject({
        fromMs: shape.instant.optional(),
        toMs: shape.instant.optional(),
        machineId: shape.id.optional(),
        typeId: shape.id.optional(),
        state: z.enum(BATCH_STATES).optional(),
        newestFirst: z.boolean().optional(),
        cursor: shape.cursor.optional(),
        limit: shape.pageLimit.optional(),
      }),
    )
    .output(z.strictObject({ batches: z.array(batchRow), nextCursor: z.string().nullable() })),
  /** Every weighing of a share, in order; the last holds. */
  weighings: question('see-office', 'share', 'user')
    .input(z.strictObject({ shareId: shape.id }))
    .output(
      z.array(
        z.strictObject({
          sacks: z.int(),
          kg: z.number(),
          note: z.string(),
          userName: z.string(),
          enteredMs: z.int(),
        }),
      ),
    ),
  /** A member's shares, the latest batch first; at most 50. */
  ofMember: question('see-office', 'batch', 'share', 'field', 'machine', 'member', 'user')
    .input(z.strictObject({ memberId: shape.id }))
    .output(z.array(shareRow)),
  /** The machines in service that batches can be opened on, by name. */
  machines: question('see-office', 'machine', 'machine-type')
    .input(z.strictObject({}))
    .output(
      z.array(
        z.strictObject({
          id: shape.id,
          name: z.string(),
          typeId: shape.id,
          type: z.string(),
          bookingMode: z.enum(['days', 'time']),
          capacity: z.int(),
          dayCapacity: z.int().nullable(),
        }),
      ),
    ),
}
