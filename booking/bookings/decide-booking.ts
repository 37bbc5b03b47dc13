import { type Block, decideRoom } from '../availability/block.ts'
import { type Kept, notOpen } from '../hours/decide-open.ts'
import type { OpenCalendar } from '../hours/opening-hours.ts'
import { type Decision, type Refusal, refuse } from '../refusal.ts'
import type { BookingRules } from '../settings/rules.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, DAY_MS, daysBetween } from '../time/day.ts'
import { type Buffers, type Interval, withBuffers } from '../time/interval.ts'
import {
  type BookingMode,
  calendarDays,
  endsAfterItStarts,
  firstDay,
  intervalOf,
  LONGEST_BLOCK_MS,
  type Period,
} from '../time/period.ts'
import type { Role } from '../users/roles.ts'

export type MachineFacts = Buffers & {
  readonly id: string
  readonly typeId: string
  readonly name: string
  readonly bookingMode: BookingMode
  readonly capacity: number
  readonly retired: boolean
  readonly rules: BookingRules
}

export type MemberFacts = {
  readonly id: string
  readonly name: string
  readonly verified: boolean
  readonly suspended: boolean
  readonly suspendedReason: string
}

export type PeriodRequest = {
  readonly period: Period
  readonly units: number
  /** The start of a booking that is being moved. If it does not change, it needs no new notice. */
  readonly keptStartMs?: number
  /** The time that a booking that is being moved has already. */
  readonly kept?: Kept | undefined
}

/** The facts for the rules. All are read in the transaction that will write. */
export type PeriodFacts = {
  readonly nowMs: number
  readonly calendar: OpenCalendar
  /** The role of the person who asks: it decides about walk-ins. */
  readonly role: Role
  readonly machine: MachineFacts
  /** Everything that overlaps the requested time and its buffers, except the requester's own booking and hold (A10). */
  readonly blocks: readonly Block[]
}

export type BookingFacts = PeriodFacts & { readonly member: MemberFacts }

/** `interval` is the booked time; `blocked` includes the machine's buffers. */
export type Granted = { readonly interval: Interval; readonly blocked: Interval }

/**
 * Decides a request: granted, or a typed refusal. Checks the member, then the time. Sources: B2 for the member, B1
 * for the dates, A1, A2 and A4 for the room.
 */
export function decideBooking(request: PeriodRequest, facts: BookingFacts): Decision<Granted> {
  const member = memberRefusal(facts.member)
  if (member) return refuse(member)
  return decidePeriod(request, facts)
}

/** The same without the member, as an availability check needs it. */
export function decidePeriod(request: PeriodRequest, facts: PeriodFacts): Decision<Granted> {
  const broken = brokenRule(request, facts)
  if (broken) return refuse(broken)
  const interval = intervalOf(request.period, facts.calendar)
  const blocked = withBuffers(interval, facts.machine)
  const room = decideRoom(blocked, request.units, facts.machine.capacity, facts.blocks)
  return room.ok ? { ok: true, interval, blocked } : room
}

type MayNotBook = Extract<Refusal, { reason: 'member-suspended' | 'member-not-verified' }>

/** B2: only verified members who are not suspended may book. */
export function memberRefusal(member: MemberFacts): MayNotBook | undefined {
  const { id: memberId, name: memberName } = member
  if (member.suspended) {
    return { reason: 'member-suspended', memberId, memberName, why: member.suspendedReason }
  }
  if (!member.verified) return { reason: 'member-not-verified', memberId, memberName }
  return undefined
}

function brokenRule(request: PeriodRequest, facts: PeriodFacts): Refusal | undefined {
  const { machine, calendar } = facts
  const { period } = request
  if (period.kind !== machine.bookingMode) return { reason: 'wrong-period', bookingMode: machine.bookingMode }
  if (!endsAfterItStarts(period)) return { reason: 'ends-before-it-starts' }
  if (machine.retired) {
    return { reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name }
  }
  const { kept } = request
  return (
    brokenStart(request, facts) ??
    tooLong(period, machine, calendar) ??
    notOpen(period, { calendar, machine, kept })
  )
}

/** B1: not in the past, with notice unless it is a walk-in, and not beyond the horizon. */
function brokenStart(request: PeriodRequest, facts: PeriodFacts): Refusal | undefined {
  const { nowMs, calendar, machine } = facts
  const { period } = request
  const { rules } = machine
  if (intervalOf(period, calendar).startMs === request.keptStartMs) return undefined
  const today = calendar.dayOf(nowMs)
  const from = firstDay(period, calendar)
  if (from < today || (period.kind === 'time' && period.startMs < nowMs)) return { reason: 'in-the-past' }
  const daysAhead = daysBetween(today, from)
  if (daysAhead < rules.minNoticeDays && !isWalkIn(period, facts)) {
    const { minNoticeDays } = rules
    const earliestDay = addDays(today, minNoticeDays)
    return { reason: 'too-soon', minNoticeDays, earliestDay, walkInRoles: [...rules.walkInRoles] }
  }
  if (daysAhead > rules.horizonDays) {
    const { horizonDays } = rules
    return { reason: 'too-far-ahead', horizonDays, latestDay: addDays(today, horizonDays) }
  }
  return undefined
}

/** B1: a walk-in begins today and is entered by a role that needs no notice. */
export function isWalkIn(
  period: Period,
  facts: Pick<PeriodFacts, 'nowMs' | 'calendar' | 'role' | 'machine'>,
): boolean {
  const startsToday = firstDay(period, facts.calendar) === facts.calendar.dayOf(facts.nowMs)
  return startsToday && facts.machine.rules.walkInRoles.includes(facts.role)
}

/** B1: calendar days, counted inclusively, and never longer than the file can store. */
function tooLong(period: Period, machine: MachineFacts, calendar: OfficeCalendar): Refusal | undefined {
  const days = calendarDays(period, calendar)
  const blocked = withBuffers(intervalOf(period, calendar), machine)
  const { maxDays } = machine.rules
  if (days > maxDays) return { reason: 'too-long', maxDays, days }
  if (blocked.endMs - blocked.startMs <= LONGEST_BLOCK_MS) return undefined
  const leftMs = LONGEST_BLOCK_MS - machine.bufferBeforeMs - machine.bufferAfterMs
  return { reason: 'too-long', maxDays: Math.floor(leftMs / DAY_MS), days }
}
