import { type Block, decideRoom, MOST_NAMED } from '../availability/block.ts'
import type { MachineFacts } from '../bookings/decide-booking.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, daysBetween } from '../time/day.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import { calendarDays } from '../time/period.ts'
import { may, type Role } from '../users/roles.ts'
import { SESSION_LIMITS, type Timed } from './state.ts'

/** A machine that a session takes, and what blocks it at that time, the session itself left out. */
export type SessionMachine = { readonly machine: MachineFacts; readonly blocks: readonly Block[] }

/** What somebody wants a session to be. */
export type WantedSession = Interval & { readonly capacity: number }

export type SessionFacts = {
  readonly nowMs: number
  readonly calendar: OfficeCalendar
  readonly machines: readonly SessionMachine[]
  /** The places that are taken already; none of a new session. */
  readonly taken: number
}

/** A session begins in the future, ends after it begins, and takes its machines whole, without buffers (D3, B5). */
export function decideSession(wanted: WantedSession, facts: SessionFacts): Decision {
  const { startMs, endMs, capacity } = wanted
  const { nowMs, calendar, taken } = facts
  if (endMs <= startMs) return refuse({ reason: 'ends-before-it-starts' })
  if (startMs <= nowMs) return refuse({ reason: 'in-the-past' })
  const today = calendar.dayOf(nowMs)
  const { horizonDays, days: maxDays } = SESSION_LIMITS
  if (daysBetween(today, calendar.dayOf(startMs)) > horizonDays) {
    return refuse({ reason: 'too-far-ahead', horizonDays, latestDay: addDays(today, horizonDays) })
  }
  const days = calendarDays({ kind: 'time', startMs, endMs }, calendar)
  if (days > maxDays) return refuse({ reason: 'too-long', maxDays, days })
  if (capacity < taken) return refuse({ reason: 'places-taken', taken, capacity })
  return decideMachines(wanted, facts.machines)
}

/** Whether a session that was cancelled or moved may be again what it was (C11). */
export function decideSessionAgain(wanted: WantedSession, facts: SessionFacts): Decision {
  const over = notBegun({ status: 'planned', ...wanted }, facts.nowMs)
  if (!over.ok) return over
  const { taken } = facts
  const { capacity } = wanted
  if (capacity < taken) return refuse({ reason: 'places-taken', taken, capacity })
  return decideMachines(wanted, facts.machines)
}

function decideMachines(interval: Interval, machines: readonly SessionMachine[]): Decision {
  for (const { machine, blocks } of machines) {
    const { id: machineId, name: machineName, capacity } = machine
    if (machine.retired) return refuse({ reason: 'machine-out-of-service', machineId, machineName })
    if (decideRoom(interval, capacity, capacity, blocks).ok) continue
    const by = blocks.filter(block => overlaps(block, interval)).map(block => block.what)
    return refuse({
      reason: 'session-machine-taken',
      machineId,
      machineName,
      by: by.slice(0, MOST_NAMED + 1),
    })
  }
  return { ok: true }
}

/** A session can be changed or cancelled, and places can be taken and given back, only before it begins (B5). */
export function notBegun(
  { status, startMs, endMs }: Omit<Timed, 'capacity'>,
  nowMs: number,
  title = '',
): Decision {
  if (status === 'cancelled') return refuse({ reason: 'session-cancelled', title })
  if (nowMs >= endMs) return refuse({ reason: 'session-over', endMs })
  if (nowMs >= startMs) return refuse({ reason: 'session-under-way', startMs })
  return { ok: true }
}

type Whose = { readonly organizerId: string }
type Who = { readonly id: string; readonly role: Role }

/** Managers see and change every session, organizers their own; those who see the office also enrol in every one. */
export function decideKeeping(session: Whose, who: Who): Decision {
  const isTheirs = session.organizerId === who.id || may(who.role, 'keep-all-sessions')
  return isTheirs ? { ok: true } : refuse({ reason: 'not-your-session' })
}

/** Who may see a session, and enrol people in it. */
export function decideEnrolling(session: Whose, who: Who): Decision {
  const isShown = session.organizerId === who.id || may(who.role, 'see-office')
  return isShown ? { ok: true } : refuse({ reason: 'not-your-session' })
}
