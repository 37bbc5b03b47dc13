import { ANOTHER_TIME_HELPS_MAINTENANCE } from '#booking/another-time'
import type { Block } from '#booking/availability/block'
import { nearestFreePeriods } from '#booking/availability/free-windows'
import type { MachineFacts } from '#booking/bookings/decide-booking'
import { decideMaintenance } from '#booking/maintenance/decide-maintenance'
import { refuse } from '#booking/refusal'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readMachine } from '#db/read/machines'
import { reading } from '#db/transaction'
import type { Alternative } from '../availability/alternatives.ts'
import { askedBy } from '../availability/asked.ts'
import { nextFree } from '../availability/next-free.ts'
import { type Asked, allBlocks } from '../availability/slots.ts'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'

type Wanted = CallArgs['maintenance']['check']
type Now = Pick<Asked, 'nowMs' | 'calendar'>

/** Whether maintenance fits; if not, what is in the way, and the next times that are free for as long. */
export function checkMaintenance(office: Office, user: Actor, wanted: Wanted) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const found = readMachine(db, wanted.machineId, settings)
    if (!found) {
      const { refusal } = refuse({ reason: 'not-found', what: 'machine', id: wanted.machineId })
      return { free: false as const, refusal, alternatives: [] }
    }
    const { facts: machine } = found
    const decision = decideMaintenance(wanted.period, {
      ...asked,
      machine,
      blocks: blocksOf(db, wanted, asked),
    })
    if (decision.ok) return { free: true as const }
    const { refusal } = decision
    const helped = ANOTHER_TIME_HELPS_MAINTENANCE.has(refusal.reason)
    return {
      free: false as const,
      refusal,
      alternatives: helped ? nextTimes(db, machine, wanted.period, asked) : [],
    }
  })
}

/** What blocks the time. Empty for a period that ends before it starts, which the rules refuse anyway. */
export function blocksOf(db: ReadDb, { machineId, period }: Wanted, now: Now): Block[] {
  if (!endsAfterItStarts(period)) return []
  return allBlocks(db, machineId, intervalOf(period, now.calendar), {}, now)
}

const MOST_TIMES = 3

/** Maintenance takes every unit and has no buffers. Of whole days, today counts although it has begun. */
export function nextTimes(db: ReadDb, machine: MachineFacts, period: Period, now: Now): Alternative[] {
  const { nowMs, calendar } = now
  const { id: machineId, name: machineName, capacity } = machine
  const earliestMs = period.kind === 'days' ? calendar.startOfDay(calendar.dayOf(nowMs)) : nowMs
  const sought = {
    machine: { id: machineId, capacity, bufferBeforeMs: 0, bufferAfterMs: 0 },
    wanted: period,
    units: capacity,
    begins: [{ fromMs: earliestMs }],
    count: MOST_TIMES,
    find: nearestFreePeriods,
    allowed: (found: Period) => decideMaintenance(found, { ...now, machine, blocks: [] }).ok,
  }
  return nextFree(db, sought, now).map(found => ({ machineId, machineName, period: found }))
}
