import * as z from 'zod'
import { PAPER_KINDS } from '#booking/papers/papers'
import { BOOKING_SHOWS, bookingRow, settling, waitingRow } from './booking-rows.ts'
import { CHECKED_AGAINST, question } from './call.ts'
import { maintenanceRow } from './maintenance.ts'
import { quoted } from './money.ts'
import * as shape from './shapes.ts'
import { offer } from './waiting.ts'

/** A booking on the list of a day. */
const dayLine = z.strictObject({
  booking: bookingRow,
  /** The type of its machine. */
  type: z.string(),
  /** Whether such machines stay where they are: they are started and finished, and not handed over. */
  stays: z.boolean(),
  /** At the machine's rate; null if it has none. */
  price: quoted.nullable(),
  /** Who takes the machine next, within two weeks; only of a machine that is out. */
  next: z
    .strictObject({
      bookingId: shape.id,
      memberName: z.string(),
      memberPhone: z.string(),
      period: shape.period,
    })
    .nullable(),
})
export type DayLine = z.infer<typeof dayLine>
/** At most 100. */
const dayLines = z.array(dayLine)

const freeMachine = z.strictObject({
  machineId: shape.id,
  machineName: z.string(),
  type: z.string(),
  bookingMode: z.enum(['days', 'time']),
  /** The end of the free time; null if it is not within two weeks. */
  untilMs: z.int().nullable(),
})
export type FreeMachine = z.infer<typeof freeMachine>

/** A promise that cannot be kept for now. */
const toSettle = settling.extend({ booking: bookingRow, type: z.string() })
export type ToSettleLine = z.infer<typeof toSettle>

/** A machine that is offered to somebody who waits, and until when. */
const offered = offer.extend({
  type: z.string(),
  units: z.int(),
  memberId: shape.id,
  memberName: z.string(),
  memberPhone: z.string(),
  memberBarangay: z.string(),
})
export type OfferLine = z.infer<typeof offered>

/** A booking for which something is due and not paid: the deposit from the approval on, the rest from the return on. */
const toCollect = z.strictObject({
  bookingId: shape.id,
  bookingNumber: z.int(),
  machineName: z.string(),
  period: shape.period,
  memberId: shape.id,
  memberName: z.string(),
  memberNumber: z.string(),
  memberPhone: z.string(),
  memberBarangay: z.string(),
  what: z.enum(['deposit', 'rest']),
  owedCentavos: z.int(),
  sinceMs: z.int(),
})
export type ToCollectLine = z.infer<typeof toCollect>

const down = z.strictObject({ maintenance: maintenanceRow, type: z.string() })
export type MachineDown = z.infer<typeof down>

const dayAnswer = z.strictObject({
  /** The local day of this list, and the one that is today. */
  day: z.string(),
  today: z.string(),
  nowMs: z.int(),
  /** When the list changes although nobody does anything: the next end, or midnight. Null for another day. */
  changesAtMs: z.int().nullable(),
  /** How many there are in all. */
  counts: z.strictObject({
    overdue: z.int(),
    notFetched: z.int(),
    goingOut: z.int(),
    dueBack: z.int(),
    freeNow: z.int(),
    /** 0 for users who may not decide. */
    waiting: z.int(),
    settle: z.int(),
    offers: z.int(),
    collect: z.int(),
  }),
  /** Only today: out past their end, the longest overdue first. */
  overdue: dayLines,
  /** Only today: approved, and over without a hand-over, the newest first. At most 20. */
  notFetched: dayLines,
  /** By type, and in order of their start. */
  goingOut: dayLines,
  /** By type, and in order of their end. */
  dueBack: dayLines,
  /** Only today: the next day. */
  tomorrow: z.strictObject({ day: z.string(), goingOut: dayLines, dueBack: dayLines }).nullable(),
  /** Only today, and for users who may decide: the five that begin first. */
  waiting: z.array(waitingRow),
  /** Only today: the first five of what the list "To settle" has. */
  settle: z.array(toSettle),
  /** Only today: the offers that are running, those that end first before others. At most 20. */
  offers: z.array(offered),
  /**
   * Only today: deposits of bookings that begin first, then what is owed after the return, the longest due first. At most 5 of
   * each.
   */
  collect: z.array(toCollect),
  /** Only today: the machines of which a unit is free now, by type. */
  free: z.array(freeMachine),
  /** The maintenance of the day that is not over, by its start. At most 100. */
  down: z.array(down),
})
export type DayAnswer = z.infer<typeof dayAnswer>

const machineFigure = { machineId: shape.id, machineName: z.string(), type: z.string() }

const figures = z.strictObject({
  /** What the newest conflict scan found, of all kinds (A13), and when. The file lets none in. */
  conflicts: z.int(),
  checkedMs: z.int(),
  pending: z.int(),
  /** The five with the most bookings that began in the last days before today. */
  popular: z.array(z.strictObject({ ...machineFigure, bookings: z.int() })),
  /** The most used first, at most ten; then how many there are. */
  maintenanceDue: z.array(
    z.strictObject({
      ...machineFigure,
      /** Completed bookings since the last maintenance; without a plan of its type, within the days of the rule. */
      completed: z.int(),
      /** Why: by the plan of its type, or by the rule of the settings. */
      because: z.array(shape.dueBecause),
    }),
  ),
  maintenanceDueCount: z.int(),
  /** The papers of machines that have expired or will soon, the first to expire first: the first few, and how many. */
  papers: z.array(
    z.strictObject({
      id: shape.id,
      machineId: shape.id,
      machineName: z.string(),
      kind: z.enum(PAPER_KINDS),
      title: z.string(),
      expires: z.string(),
      expired: z.boolean(),
    }),
  ),
  papersCount: z.int(),
  /** The rule: so many completed bookings within so many days. */
  after: z.strictObject({ bookings: z.int(), days: z.int() }),
  /** How many days before today `popular` and `use` look back. */
  days: z.int(),
  /** By type: the share of the machines' days on which they were used, from 0 to 1. */
  use: z.array(z.strictObject({ type: z.string(), machines: z.int(), share: z.number() })),
})
export type FiguresAnswer = z.infer<typeof figures>

export const today = {
  /** What a day brings: without `day`, today. */
  get: question(
    'see-office',
    ...CHECKED_AGAINST,
    ...BOOKING_SHOWS,
    'machine-type',
    'waiting',
    'rate',
    'payment',
  )
    .input(z.strictObject({ day: shape.localDay.optional() }))
    .output(dayAnswer),
  /** The figures of the office for those who decide (F5). */
  figures: question(
    'decide-bookings',
    'booking',
    'maintenance',
    'machine',
    'machine-type',
    'paper',
    'settings',
  )
    .input(z.strictObject({}))
    .output(figures),
}
