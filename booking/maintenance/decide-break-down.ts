import type { Block, OpenRepair } from '../availability/block.ts'
import { decideExpectedEnd, lastsUntilMs } from '../availability/open-ended.ts'
import type { MachineFacts } from '../bookings/decide-booking.ts'
import type { OpenCalendar } from '../hours/opening-hours.ts'
import type { BookingInTheWay, InTheWay } from '../in-the-way.ts'
import { type Decision, refuse } from '../refusal.ts'

export type BreakDown = {
  /** When it is expected to be repaired; null if nobody knows. */
  readonly expectedEndMs: number | null
  /** The bookings that somebody agreed to displace. */
  readonly displace: readonly string[]
}

export type BreakDownFacts = {
  readonly nowMs: number
  readonly calendar: OpenCalendar
  readonly machine: MachineFacts
  /** Repairs of the machine that are under way and have no known end. */
  readonly repairs: readonly OpenRepair[]
  /** Everything that was promised from now until `untilMs` of the repair. */
  readonly promises: (untilMs: number) => readonly Block[]
}

/** `untilMs`: the first expected end. `displaced`: the promises that lose their time to the repair. */
export type BrokenDown = { readonly untilMs: number; readonly displaced: readonly BookingInTheWay[] }

/** How many promises a refusal names at most. */
const MOST_REACHED = 200

/**
 * A machine broke down (D5): it is under repair from now on, until somebody says that it is finished. That may take time
 * that was promised, but only from the bookings that somebody agreed to displace; otherwise the refusal names those that
 * are missing. A booking with which the machine is out keeps its time: its member has the machine.
 */
export function decideBreakDown(wanted: BreakDown, facts: BreakDownFacts): Decision<BrokenDown> {
  const { nowMs, calendar, machine } = facts
  if (machine.retired) {
    return refuse({ reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name })
  }
  const [under] = facts.repairs
  if (under) return refuse({ reason: 'in-maintenance', by: under.what })
  if (wanted.expectedEndMs !== null) {
    const expected = decideExpectedEnd(wanted.expectedEndMs, nowMs, calendar)
    if (!expected.ok) return expected
  }
  const untilMs = lastsUntilMs(wanted.expectedEndMs, nowMs, calendar)
  const displaced = bookingsToGo(facts.promises(untilMs).map(block => block.what))
  const agreed = new Set(wanted.displace)
  const missing = displaced.filter(({ bookingId }) => !agreed.has(bookingId))
  if (missing.length > 0) return refuse({ reason: 'still-promised', by: missing.slice(0, MOST_REACHED) })
  return { ok: true, untilMs, displaced }
}

/** The bookings among these that are promised and whose machine has not gone out yet. */
export function bookingsToGo(inTheWay: readonly InTheWay[]): BookingInTheWay[] {
  return inTheWay.filter(
    (what): what is BookingInTheWay =>
      what.kind === 'booking' && (what.status === 'pending' || what.status === 'approved'),
  )
}
