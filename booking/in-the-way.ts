import type { BatchState } from './batches/state.ts'
import type { BookingStatus } from './bookings/status.ts'
import type { MaintenanceKind, MaintenanceStatus } from './maintenance/kinds.ts'
import type { SessionState } from './sessions/state.ts'
import type { Interval } from './time/interval.ts'
import type { Period } from './time/period.ts'

/**
 * Every kind of thing that can block a machine's time. A new kind is a line here, its rules in `BLOCKING`, and what a
 * refusal says about it; the compiler then asks for it wherever kinds are told apart, down to the screens.
 */
export const BLOCK_KINDS = ['booking', 'hold', 'maintenance', 'session', 'batch'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** What the rules must know about a kind. */
export const BLOCKING: {
  readonly [K in BlockKind]: {
    /** Takes every unit of the machine, whatever its capacity. */
    readonly whole: boolean
    /** Somebody was promised the time. A form that is being filled promises nothing: its hold lapses. */
    readonly promised: boolean
  }
} = {
  booking: { whole: false, promised: true },
  hold: { whole: false, promised: false },
  maintenance: { whole: true, promised: true },
  session: { whole: true, promised: true },
  batch: { whole: true, promised: true },
}

/** When something is: as people said it, and the instants that this covers. */
type When = Interval & { readonly period: Period }

/** What a refusal says about each kind, beside when it is. */
type Details = {
  /** With whom to ask about it (A9). */
  booking: {
    bookingId: string
    status: BookingStatus
    memberId: string
    memberName: string
    memberPhone: string
    units: number
    /** The user who entered it. */
    enteredBy: string
  }
  hold: {
    /** Whose form it is. */
    userName: string
    units: number
    expiresMs: number
    /** To whom the time is offered from the waiting list; then no form is open. */
    offeredTo?: string
  }
  maintenance: {
    maintenanceId: string
    maintenanceKind: MaintenanceKind
    note: string
    /** It lasts until it is finished; its end is only expected. */
    openEnded?: true
  }
  session: {
    sessionId: string
    title: string
    /** The user whom to ask. */
    organizerName: string
  }
  batch: {
    batchId: string
    /** The sacks of its shares, and how many fit. */
    sacks: number
    capacity: number
    /** It lasts until its grain is dry; its end is only expected. */
    openEnded?: true
    /** The user who opened it. */
    enteredBy: string
  }
}

/** Something of one kind that stands in the way of a request; without a kind, of any. */
export type InTheWay<Kind extends BlockKind = BlockKind> = {
  [K in Kind]: { kind: K } & Details[K] & When
}[Kind]
export type BookingInTheWay = InTheWay<'booking'>

/** How something of each kind can stand, as the calendars show it. */
export type StatusOf = {
  booking: BookingStatus
  hold: 'held'
  maintenance: MaintenanceStatus
  session: SessionState
  batch: BatchState
}
/** What it is called there: the member's name, the name of whoever fills in the form, the kind of maintenance, the title of the session, the sacks of the batch and how many fit ("47/60"). */
export type TitleOf = {
  booking: string
  hold: string
  maintenance: MaintenanceKind
  session: string
  batch: string
}

/** A table with a line for each kind: what is done with something of that kind. */
export type ByKind<Result, Rest extends unknown[] = []> = {
  readonly [K in BlockKind]: (what: InTheWay<K>, ...rest: Rest) => Result
}

/** The line of such a table for one thing, whatever its kind. */
export function byKind<Result, Rest extends unknown[]>(
  table: ByKind<Result, Rest>,
  what: InTheWay,
  ...rest: Rest
): Result {
  const line = table[what.kind] as (what: InTheWay, ...rest: Rest) => Result
  return line(what, ...rest)
}
