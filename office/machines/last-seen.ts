import { CLOCK_TOLERANCE_MS } from '#booking/bookings/decide-life'
import type { OutputOf } from '#calls/contract'
import { readLastCondition, readReadingsBeside } from '#db/read/booking-facts'
import type { Office } from '../office.ts'

/** What was last seen at a machine: its meter, its tank, and the condition in which it came back. */
export function lastSeenOf(office: Office, machineId: string): OutputOf<'machines.lastSeen'> {
  const { db } = office.file
  const lastMs = office.clock.nowMs() + CLOCK_TOLERANCE_MS
  const { meter, fuel } = readReadingsBeside(db, machineId, { atMs: lastMs, lastMs })
  const back = readLastCondition(db, machineId, lastMs)
  return {
    meter: meter.before && { hours: meter.before.value, atMs: meter.before.atMs },
    fuel: fuel.before && { fuel: fuel.before.value, atMs: fuel.before.atMs },
    back: back
      ? { condition: back.condition, atMs: back.atMs, bookingId: back.bookingId, memberName: back.memberName }
      : null,
  }
}
