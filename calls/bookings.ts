import * as z from 'zod'
import {
  bookingFact,
  handingOver,
  handingOverCorrected,
  photoHash,
  takingBack,
  takingBackCorrected,
} from './booking-facts.ts'
import {
  availability,
  BOOKING_SHOWS,
  bookingNo,
  bookingOutcome,
  bookingRow,
  bookingYes,
  settling,
  waitingRow,
} from './booking-rows.ts'
import { CHECKED_AGAINST, command, deskWrite, question } from './call.ts'
import { historyRow } from './history.ts'
import { FACT_PHOTO_LENGTH, NOTE_LENGTH, PURPOSE_LENGTH, REASON_LENGTH, SEARCH_LENGTH } from './limits.ts'
import { memberRow } from './members.ts'
import { quoted } from './money.ts'
import * as shape from './shapes.ts'

/** A picture as a data URL. What it really is, its bytes say. */
const factPhoto = z
  .string()
  .max(FACT_PHOTO_LENGTH, 'must be a picture of at most 200 kB')
  .regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/, 'must be a JPEG, PNG or WebP picture')

/** Who has a machine next, with their phone, and whereto they can be moved forward. */
const nextInLine = z.strictObject({
  next: bookingRow.nullable(),
  forward: shape.period.nullable(),
  again: z.boolean(),
})
export type NextInLine = z.infer<typeof nextInLine>

const slot = { machineId: shape.id, period: shape.period, units: shape.units.optional() }
const onBooking = { ...shape.command, bookingId: shape.id, ...shape.onVersion }
const why = shape.requiredLine(REASON_LENGTH)

export const bookings = {
  /** Never writes, never cached. `formId` leaves out that form's own hold. */
  check: question('enter-bookings', ...CHECKED_AGAINST, 'machine-type')
    .input(
      z.strictObject({
        ...slot,
        exceptBookingId: shape.id.optional(),
        formId: shape.newId.optional(),
        /** Then also whether this member may book once more: the quotas and the last job. */
        memberId: shape.id.optional(),
      }),
    )
    .output(availability),
  /**
   * Holds a time for a form that is being filled in, for five minutes after its last change. Each form has at most
   * one hold. A booking that is being moved already blocks its own time, so its form holds only the part outside
   * that time. `expiresMs` is null when nothing is held: the new time lies inside the old one, or extends beyond
   * it on both sides. Saving then decides.
   */
  hold: deskWrite('enter-bookings')
    .input(z.strictObject({ formId: shape.newId, ...slot, exceptBookingId: shape.id.optional() }))
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), expiresMs: z.int().nullable() }),
        shape.refused,
      ]),
    ),
  release: deskWrite('enter-bookings')
    .input(z.strictObject({ formId: shape.newId }))
    .output(z.strictObject({ ok: z.literal(true) })),
  request: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        memberId: shape.id,
        ...slot,
        purpose: shape.line(PURPOSE_LENGTH).optional(),
        fieldId: shape.id.optional(),
        /** For those who decide about bookings: book although a quota is reached or an earlier job is open. */
        overrideReason: shape.requiredLine(REASON_LENGTH).optional(),
        formId: shape.newId.optional(),
      }),
    )
    .output(bookingOutcome),
  approve: command('decide-bookings').input(z.strictObject(onBooking)).output(bookingOutcome),
  reject: command('decide-bookings')
    .input(z.strictObject({ ...onBooking, reason: why }))
    .output(bookingOutcome),
  cancel: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, reason: why }))
    .output(bookingOutcome),
  move: command('enter-bookings')
    .input(
      z.strictObject({
        ...onBooking,
        machineId: shape.id.optional(),
        period: shape.period,
        units: shape.units.optional(),
        reason: shape.line(REASON_LENGTH).optional(),
        /** Of somebody who may approve: why the member's quota is passed over. */
        overrideReason: shape.requiredLine(REASON_LENGTH).optional(),
        formId: shape.newId.optional(),
      }),
    )
    .output(bookingOutcome),
  /**
   * Gives a booking that is approved or out a later end; `period` has its own start. If that is refused,
   * `alternatives` has the latest end that still fits, where there is one. An approved booking must be approved again,
   * as after a move; of a machine that is out the new end holds at once.
   */
  extend: command('enter-bookings')
    .input(
      z.strictObject({
        ...onBooking,
        period: shape.period,
        reason: shape.line(REASON_LENGTH).optional(),
      }),
    )
    .output(bookingOutcome),
  /** Whether an extension would be accepted. Never writes, never cached. */
  checkExtension: question('enter-bookings', ...CHECKED_AGAINST, 'machine-type')
    .input(z.strictObject({ bookingId: shape.id, period: shape.period }))
    .output(availability),
  /**
   * Keeps a photo for a hand-over, a return or a breakdown that is about to be entered, as a data URL of at most 200 kB. Its hash is
   * then one of the command's `photos`. A photo that no command names within two days is deleted.
   */
  keepPhoto: deskWrite('enter-bookings')
    .input(z.strictObject({ photo: factPhoto }))
    .output(
      z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), hash: photoHash }), shape.refused]),
    ),
  /** One photo as a data URL; null if there is none. It never changes, so no record makes it out of date. */
  photo: question('see-office')
    .input(z.strictObject({ hash: photoHash }))
    .output(z.strictObject({ photo: z.string().nullable() })),
  /** The machine goes out. Only the time is needed; whatever else was seen is kept with it. */
  handOver: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, ...handingOver }))
    .output(bookingOutcome),
  /** The machine comes back. Before the booked end, the rest is free at once, and `next` says who has it next. */
  return: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, ...takingBack }))
    .output(z.discriminatedUnion('ok', [bookingYes.extend({ next: nextInLine.optional() }), bookingNo])),
  /** Corrects what was recorded at the hand-over: adds another record, which holds from now on. */
  correctHandOver: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, ...handingOverCorrected }))
    .output(bookingOutcome),
  /** The same of the return. */
  correctReturn: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, ...takingBackCorrected }))
    .output(bookingOutcome),
  /**
   * Who has the machine next, and the earliest time to which this person may move them forward now; null if there is
   * none before their own. `again`: that move would need another approval.
   */
  nextAfter: question('enter-bookings', ...CHECKED_AGAINST, ...BOOKING_SHOWS, 'machine-type')
    .input(z.strictObject({ bookingId: shape.id }))
    .output(nextInLine),
  /** When a machine that is out is expected back. Its time is kept shut until then, whoever was promised it. */
  expect: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, backMs: shape.instant }))
    .output(bookingOutcome),
  /** Notes that its member was told that the promise cannot be kept for now, and waits. It stays to be settled. */
  settle: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, note: shape.paragraph(NOTE_LENGTH).min(1, 'must not be empty') }))
    .output(bookingOutcome),
  /**
   * Corrects what was entered wrongly. What is left out stays. Changing the member clears the field.
   */
  correct: command('enter-bookings')
    .input(
      z.strictObject({
        ...onBooking,
        memberId: shape.id.optional(),
        purpose: shape.line(PURPOSE_LENGTH).optional(),
        fieldId: shape.id.nullable().optional(),
      }),
    )
    .output(bookingOutcome),
  noShow: command('enter-bookings').input(z.strictObject(onBooking)).output(bookingOutcome),
  /** Adds a note, whatever the booking's status. Notes are never changed; a later one corrects an earlier one. */
  note: command('enter-bookings')
    .input(z.strictObject({ ...onBooking, text: shape.paragraph(NOTE_LENGTH).min(1, 'must not be empty') }))
    .output(bookingOutcome),
  /**
   * For a machine that leaves at `atMs`, before its booked start: who else was promised it until then, so that this
   * booking does not fit beside them. The first few in the order of time, and how many there are.
   */
  promisedBefore: question(
    'see-office',
    'booking',
    'maintenance',
    'session',
    'batch',
    'machine',
    'member',
    'user',
  )
    .input(z.strictObject({ bookingId: shape.id, atMs: shape.instant }))
    .output(z.strictObject({ promised: z.array(shape.inTheWay), count: z.int() })),
  get: question('see-office', ...BOOKING_SHOWS, 'rate')
    .input(z.strictObject({ bookingId: shape.id }))
    .output(
      z.strictObject({
        booking: bookingRow.nullable(),
        /** At the machine's rate, of the measured work where there is some; null if it has none. */
        price: quoted.nullable(),
        /** What is recorded of its hand-over and its return, corrections included, in the order of entry. */
        facts: z.array(bookingFact),
        history: z.array(historyRow),
        /** For deciding about the booking: the member, and how many earlier bookings ended in each status. */
        member: memberRow.nullable(),
        memberCounts: z.record(z.string(), z.int()),
        /** The machine's bookings just before and after this one: at most three on each side. */
        before: z.array(bookingRow),
        after: z.array(bookingRow),
        /** Why this promise cannot be kept for now; null if it can. */
        settling: settling.nullable(),
        /** Why the machine cannot be handed over now, as far as that is the machine's: not back, or under repair. */
        cannotGoOut: shape.refusal.nullable(),
      }),
    ),
  /**
   * Sorted by start, newest first unless `order` says otherwise. `text` searches the member's name, number and
   * phone, the machine's name, and the booking's number.
   */
  list: question('see-office', ...BOOKING_SHOWS)
    .input(
      z.strictObject({
        /** One, or any of several. */
        status: z.union([shape.bookingStatus, z.array(shape.bookingStatus).max(8)]).optional(),
        machineId: shape.id.optional(),
        memberId: shape.id.optional(),
        text: z.string().max(SEARCH_LENGTH).optional(),
        /** Only bookings that overlap this range. */
        fromMs: shape.instant.optional(),
        toMs: shape.instant.optional(),
        order: z.enum(['newest', 'oldest']).optional(),
        cursor: shape.cursor.optional(),
        limit: shape.pageLimit.optional(),
      }),
    )
    .output(z.strictObject({ bookings: z.array(bookingRow), nextCursor: z.string().nullable() })),
  /** The bookings that wait for a decision, earliest first. `day`: only those that overlap this local day. */
  waiting: question('decide-bookings', ...CHECKED_AGAINST, ...BOOKING_SHOWS, 'rate')
    .input(
      z.strictObject({
        machineId: shape.id.optional(),
        day: shape.localDay.optional(),
        cursor: shape.cursor.optional(),
      }),
    )
    .output(z.strictObject({ waiting: z.array(waitingRow), nextCursor: z.string().nullable() })),
}
