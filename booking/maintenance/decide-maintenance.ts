import { type Block, decideRoom } from '../availability/block.ts'
import type { Granted, MachineFacts } from '../bookings/decide-booking.ts'
import { MOST_PROMISED } from '../machines/decide-machine.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, DAY_MS, daysBetween } from '../time/day.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import {
  calendarDays,
  endsAfterItStarts,
  firstDay,
  intervalOf,
  LONGEST_BLOCK_MS,
  type Period,
} from '../time/period.ts'
import { bookingsToGo } from './decide-break-down.ts'
import type { MaintenanceKind } from './kinds.ts'

export type MaintenanceFacts = {
  readonly nowMs: number
  readonly calendar: OfficeCalendar
  readonly machine: MachineFacts
  readonly blocks: readonly Block[]
}

/** How far ahead maintenance may be planned: five years. A later date is a typing error. */
const MAINTENANCE_HORIZON_DAYS = 1826

/**
 * Planned maintenance takes the whole machine, without buffers, and only time that is not promised to anybody (D5).
 * It may have begun already but must not be over. Days and clock time are both allowed for every machine. An emergency
 * repair is told that it can take the time from bookings, by a breakdown.
 */
export function decideMaintenance(
  period: Period,
  facts: MaintenanceFacts,
  kind?: MaintenanceKind,
): Decision<Granted> {
  const { calendar, machine } = facts
  if (!endsAfterItStarts(period)) return refuse({ reason: 'ends-before-it-starts' })
  if (machine.retired) {
    return refuse({ reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name })
  }
  const interval = intervalOf(period, calendar)
  if (interval.endMs <= facts.nowMs) return refuse({ reason: 'in-the-past' })
  const today = calendar.dayOf(facts.nowMs)
  if (daysBetween(today, firstDay(period, calendar)) > MAINTENANCE_HORIZON_DAYS) {
    const horizonDays = MAINTENANCE_HORIZON_DAYS
    return refuse({ reason: 'too-far-ahead', horizonDays, latestDay: addDays(today, horizonDays) })
  }
  if (interval.endMs - interval.startMs > LONGEST_BLOCK_MS) {
    const days = calendarDays(period, calendar)
    return refuse({ reason: 'too-long', maxDays: LONGEST_BLOCK_MS / DAY_MS, days })
  }
  const room = decideRoom(interval, machine.capacity, machine.capacity, facts.blocks)
  if (room.ok) return { ok: true, interval, blocked: interval }
  const inTheWay = facts.blocks.filter(block => overlaps(block, interval)).map(block => block.what)
  const toGo = bookingsToGo(inTheWay)
  if (kind === 'emergency' && toGo.length === inTheWay.length) {
    return refuse({ reason: 'needs-displacing', by: toGo.slice(0, MOST_PROMISED) })
  }
  // Nobody asked for a number of units, so none is said to be free: whoever was promised some stands in the way.
  const { refusal } = room
  return refusal.reason === 'over-capacity' ? refuse({ reason: 'still-promised', by: refusal.by }) : room
}

/**
 * Whether an undo may make finished or cancelled maintenance planned again (C11). Its time may have passed meanwhile.
 * @param blocks what is promised in its time; empty for a repair without a known end, which takes what promises leave
 */
export function decidePlannedAgain(
  interval: Interval,
  { machine, blocks }: Pick<MaintenanceFacts, 'machine' | 'blocks'>,
): Decision {
  if (machine.retired) {
    return refuse({ reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name })
  }
  const room = decideRoom(interval, machine.capacity, machine.capacity, blocks)
  return room.ok || room.refusal.reason !== 'over-capacity'
    ? room
    : refuse({ reason: 'still-promised', by: room.refusal.by })
}
