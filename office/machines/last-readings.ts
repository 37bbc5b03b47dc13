import { CLOCK_TOLERANCE_MS } from '#booking/bookings/decide-life'
import type { OutputOf } from '#calls/contract'
import { readReadingsBeside } from '#db/read/booking-facts'
import type { Office } from '../office.ts'

/** What a machine's meter and its tank showed when somebody last looked. */
export function lastReadingsOf(office: Office, machineId: string): OutputOf<'machines.lastReadings'> {
  const lastMs = office.clock.nowMs() + CLOCK_TOLERANCE_MS
  const { meter, fuel } = readReadingsBeside(office.file.db, machineId, { atMs: lastMs, lastMs })
  return {
    meter: meter.before && { hours: meter.before.value, atMs: meter.before.atMs },
    fuel: fuel.before && { fuel: fuel.before.value, atMs: fuel.before.atMs },
  }
}
