import { type Block, decideRoom } from '../availability/block.ts'
import { decideExpectedEnd } from '../availability/open-ended.ts'
import { notOpen } from '../hours/decide-open.ts'
import type { OpenCalendar } from '../hours/opening-hours.ts'
import { BLOCKING } from '../in-the-way.ts'
import type { PaperNamed } from '../papers/refusals.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { DAY_MS, MINUTE_MS } from '../time/day.ts'
import { type Buffers, covers, type Interval, withBuffers } from '../time/interval.ts'
import type { Period } from '../time/period.ts'
import { type MachineFacts, type MemberFacts, memberRefusal } from './decide-booking.ts'
import { type BookingStatus, mayBecome } from './status.ts'

/** A stored booking, as far as these rules need it. */
export type BookingFact = Interval &
  Buffers & {
    readonly status: BookingStatus
    readonly units: number
    readonly requestedMs: number
    readonly handedOverMs: number | null
  }

/** A time this far ahead of the clock still counts as now, because PC clocks differ. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS

/**
 * Whether a recorded time is still to come: the PC's clock was ahead when it was recorded. Such a time says nothing of
 * when something happened, so it refuses nothing (decision 20).
 */
export function isStillToCome(recordedMs: number, nowMs: number): boolean {
  return recordedMs > nowMs + CLOCK_TOLERANCE_MS
}

/** `oddMs`: the recorded time that the decision passed over, because it is still to come; null if there is none. */
export type Happened = { readonly oddMs: number | null }

/** A change of status that only has to be in the table of allowed changes: reject, cancel. */
export function decideStatusChange(booking: BookingFact, to: BookingStatus): Decision {
  if (mayBecome(booking.status, to)) return { ok: true }
  return refuse({ reason: 'move-not-allowed', what: 'booking', from: booking.status, to })
}

export type ApprovalFacts = {
  readonly nowMs: number
  readonly machine: MachineFacts
  readonly member: MemberFacts
  readonly calendar: OpenCalendar
  /** The booking's time as people said it. */
  readonly period: Period
  /** Everything that overlaps the booking's time, except the booking itself. */
  readonly blocks: readonly Block[]
}

/**
 * Approving checks again what still matters (C1): the machine is in service, the member may book, the time is not
 * over and nothing has closed it meanwhile, and there is room, because a pending booking may not have blocked its time. Notice and horizon are not
 * checked again.
 */
export function decideApproval(booking: BookingFact, facts: ApprovalFacts): Decision {
  const change = decideStatusChange(booking, 'approved')
  if (!change.ok) return change
  const { machine } = facts
  if (machine.retired) {
    return refuse({ reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name })
  }
  const member = memberRefusal(facts.member)
  if (member) return refuse(member)
  if (booking.endMs <= facts.nowMs) return refuse({ reason: 'in-the-past' })
  const closed = notOpen(facts.period, { calendar: facts.calendar, machine })
  if (closed) return refuse(closed)
  return decideRoom(withBuffers(booking, booking), booking.units, machine.capacity, facts.blocks)
}

export type HandOverFacts = {
  readonly nowMs: number
  readonly atMs: number
  readonly capacity: number
  readonly calendar: OfficeCalendar
  /** The bookings with which this machine is out now. */
  readonly out: readonly Block[]
  /** Everything that blocks the machine at `atMs`, except the booking itself. */
  readonly blocks: readonly Block[]
  /** Its expired papers, where the cooperative lets no machine go out with one (D12). */
  readonly expired?: { readonly machineName: string; readonly papers: readonly PaperNamed[] }
}

/**
 * A hand-over (C4). Refused while the machine is still out with somebody, overdue or not. Before the booked start,
 * also refused if the machine is promised to somebody else or under maintenance at that moment.
 */
export function decideHandOver(booking: BookingFact, facts: HandOverFacts): Decision<Happened> {
  const change = decideStatusChange(booking, 'in-use')
  if (!change.ok) return change
  const { requestedMs, endMs } = booking
  if (isStillToCome(facts.atMs, facts.nowMs)) return refuse({ reason: 'in-the-future' })
  if (facts.atMs >= endMs) return refuse({ reason: 'booking-over', endMs })
  const odd = isStillToCome(requestedMs, facts.nowMs)
  if (!odd && facts.atMs < requestedMs - DAY_MS) return refuse({ reason: 'before-request', requestedMs })
  const anyInstant = { startMs: Number.MIN_SAFE_INTEGER, endMs: Number.MAX_SAFE_INTEGER }
  const stillOut = facts.out.map(block => ({ ...block, ...anyInstant }))
  const out = decideRoom(anyInstant, booking.units, facts.capacity, stillOut)
  if (!out.ok) return out
  const promised = facts.blocks.filter(
    block => BLOCKING[block.what.kind].promised && covers(block, facts.atMs),
  )
  const atOnce = { startMs: facts.atMs, endMs: facts.atMs + 1 }
  const room = decideRoom(atOnce, booking.units, facts.capacity, promised)
  const { expired } = facts
  if (room.ok && expired && expired.papers.length > 0) {
    const { machineName, papers } = expired
    return refuse({ reason: 'papers-expired', machineName, papers: [...papers] })
  }
  return room.ok ? { ok: true, oddMs: odd ? requestedMs : null } : room
}

/** A return (C4). Refused for a time before the hand-over or in the future. */
export function decideReturn(booking: BookingFact, at: { nowMs: number; atMs: number }): Decision<Happened> {
  const change = decideStatusChange(booking, 'completed')
  if (!change.ok) return change
  const { handedOverMs } = booking
  if (isStillToCome(at.atMs, at.nowMs)) return refuse({ reason: 'in-the-future' })
  if (handedOverMs === null) return { ok: true, oddMs: null }
  if (isStillToCome(handedOverMs, at.nowMs)) return { ok: true, oddMs: handedOverMs }
  if (at.atMs < handedOverMs) return refuse({ reason: 'before-hand-over', handedOverMs })
  return { ok: true, oddMs: null }
}

/** When a machine that is out is expected back (C4): a time that is still to come. */
export function decideExpectation(
  booking: { readonly status: BookingStatus },
  at: { nowMs: number; backMs: number; calendar: OfficeCalendar },
): Decision {
  if (booking.status !== 'in-use') return refuse({ reason: 'not-out', status: booking.status })
  return decideExpectedEnd(at.backMs, at.nowMs, at.calendar)
}

/** A no-show can be recorded only once the booking has started. */
export function decideNoShow(booking: BookingFact, nowMs: number): Decision {
  const change = decideStatusChange(booking, 'no-show')
  if (!change.ok) return change
  if (nowMs < booking.startMs) return refuse({ reason: 'not-started', startMs: booking.startMs })
  return { ok: true }
}
