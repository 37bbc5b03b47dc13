import { type MachineFacts, type MemberFacts, memberRefusal } from '../bookings/decide-booking.ts'
import { type Decision, refuse } from '../refusal.ts'
import { endOfDay, type OfficeCalendar } from '../time/calendar.ts'
import { daysInclusive, type LocalDay } from '../time/day.ts'
import { type Length, modeOf } from '../time/length.ts'

/** What somebody waits for. */
export type WaitingFor = {
  readonly fromDay: LocalDay
  readonly toDay: LocalDay
  readonly length: Length
  readonly units: number
}

export type WaitingFacts = {
  readonly nowMs: number
  readonly calendar: OfficeCalendar
  readonly member: MemberFacts
  /** The machine, or all in service of the type. */
  readonly machines: readonly MachineFacts[]
  /** The member is on the list for the same already. */
  readonly isThere: boolean
}

/**
 * Whether somebody may be put on the waiting list (C8): a member who may book, for days that are still to come and long
 * enough, and for a machine that could be booked so.
 */
export function decideWaiting(wanted: WaitingFor, facts: WaitingFacts): Decision {
  const { member, machines, nowMs, calendar } = facts
  const { fromDay, toDay, length, units } = wanted
  const notAllowed = memberRefusal(member)
  if (notAllowed) return refuse(notAllowed)
  if (facts.isThere) return refuse({ reason: 'waiting-already', memberName: member.name })
  const long = 'days' in length ? length.days : 1
  if (daysInclusive(fromDay, toDay) < long) return refuse({ reason: 'ends-before-it-starts' })
  if (endOfDay(calendar, toDay) <= nowMs) return refuse({ reason: 'in-the-past' })
  const [first] = machines
  if (!first) return { ok: true }
  if (first.retired) {
    return refuse({ reason: 'machine-out-of-service', machineId: first.id, machineName: first.name })
  }
  const fitting = machines.filter(machine => machine.bookingMode === modeOf(length))
  if (fitting.length === 0) return refuse({ reason: 'wrong-period', bookingMode: first.bookingMode })
  const { maxDays } = first.rules
  if (long > maxDays) return refuse({ reason: 'too-long', maxDays, days: long })
  const capacity = Math.max(...fitting.map(machine => machine.capacity))
  if (units <= capacity) return { ok: true }
  return refuse({ reason: 'over-capacity', capacity, free: capacity, units, by: [] })
}
