import { type Block, blocksOfMachineOut } from '#booking/availability/block'
import { decideHandOver, type HandOverFacts } from '#booking/bookings/decide-life'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { Reason, Refusal } from '#booking/refusal'
import { endOfDay } from '#booking/time/calendar'
import type { ReadDb } from '#db/file'
import { readMachineOut } from '#db/read/availability'
import type { StoredBooking } from '#db/read/bookings'
import { readExpiredPapers } from '#db/read/papers'
import type { OfficeSettings } from '#db/read/settings'
import { allBlocks } from '../availability/slots.ts'
import { partiesOf } from './approval-facts.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar; readonly settings: OfficeSettings }

/** The facts for handing a machine over at `atMs`, for the command and for what the screen says beforehand. */
export function handOverFacts(db: ReadDb, now: Now, stored: StoredBooking, atMs: number): HandOverFacts {
  const { nowMs, calendar } = now
  const { machine } = partiesOf(db, now.settings, stored)
  const thatMoment = { startMs: atMs, endMs: atMs + 1 }
  return {
    nowMs,
    atMs,
    calendar,
    capacity: machine.facts.capacity,
    out: outNow(db, stored.machineId, now),
    blocks: allBlocks(db, stored.machineId, thatMoment, { bookingId: stored.id }, now),
    ...(now.settings.machinePapers.refuse && {
      expired: {
        machineName: machine.facts.name,
        papers: readExpiredPapers(db, stored.machineId, calendar.dayOf(nowMs)),
      },
    }),
  }
}

const THE_MACHINES: ReadonlySet<Reason> = new Set<Reason>([
  'already-booked',
  'overdue',
  'over-capacity',
  'in-maintenance',
])

/**
 * Why the machine of an approved booking that begins by the end of today cannot go out now, as far as that is the
 * machine's; null if it can.
 */
export function cannotGoOut(db: ReadDb, now: Now, stored: StoredBooking): Refusal | null {
  const { nowMs, calendar } = now
  if (stored.status !== 'approved' || stored.startMs >= endOfDay(calendar, calendar.dayOf(nowMs))) return null
  const decision = decideHandOver(stored, handOverFacts(db, now, stored, now.nowMs))
  return !decision.ok && THE_MACHINES.has(decision.refusal.reason) ? decision.refusal : null
}

/** The bookings with which the machine is out now; overdue ones are marked. */
function outNow(db: ReadDb, machineId: string, { nowMs, calendar }: Now): Block[] {
  return readMachineOut(db, machineId).map(one => {
    const overdue = blocksOfMachineOut(one, nowMs, calendar).find(block => block.overdue)?.overdue
    const { startMs, endMs, units } = one.booking
    return { startMs, endMs, units, whole: false, what: one.booking, ...(overdue && { overdue }) }
  })
}
