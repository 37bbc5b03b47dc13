import { addDays, type LocalDay } from '#booking/time/day'
import type { Found } from '#calls/scan'
import { objectIn } from '#db/odd-values'
import { readBooking } from '#db/read/bookings'
import { readNewestRefused, type ScannedMachine } from '#db/read/scan'
import type { Asking } from '../law/asking.ts'
import { calendarOf } from '../law/time-zone.ts'
import { settingsNow } from '../office.ts'

const DAYS = 30
/** Older attempts than these are not counted. */
const MOST_COUNTED = 2000
const MOST_LISTED = 100

/** How often somebody was refused (G4), by machine and local day, in the last 30 days; the newest day first. */
export function refusedByMachineAndDay(
  { office, about }: Pick<Asking, 'office' | 'about'>,
  machines: ReadonlyMap<string, ScannedMachine>,
): Found['refused'] {
  const { db } = office.file
  const calendar = calendarOf(settingsNow(db).office.timeZone)
  const firstDay: LocalDay = addDays(calendar.dayOf(office.clock.nowMs()), 1 - DAYS)
  const counted = new Map<string, Found['refused'][number]>()
  for (const { name, args, atMs } of readNewestRefused(db, MOST_COUNTED)) {
    const day = calendar.dayOf(atMs)
    const named = new Map(about(name, objectIn(args) ?? {}).map(({ kind, id }) => [kind.key, id]))
    const machineId = named.get('machine') ?? readBooking(db, named.get('booking') ?? '')?.machineId ?? ''
    const machine = machines.get(machineId)
    if (!machine || day < firstDay) continue
    const key = `${day} ${machineId}`
    const known = counted.get(key)
    if (known) known.attempts += 1
    else counted.set(key, { machineId, machineName: machine.name, day, attempts: 1 })
  }
  return [...counted.values()]
    .sort((a, b) => b.day.localeCompare(a.day) || b.attempts - a.attempts)
    .slice(0, MOST_LISTED)
}
