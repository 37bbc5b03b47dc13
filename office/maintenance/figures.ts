import { figuresByYear, type Kept, YEARS_OF_FIGURES } from '#booking/maintenance/figures'
import { addDays } from '#booking/time/day'
import { readFirstKnown, readKept, readMeterBeside } from '#db/read/maintenance-work'
import { reading } from '#db/transaction'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'

/** What maintenance of a machine cost in each of the last years, by the hour of its meter, and how long it was down. */
export function figuresOfMachine(office: Office, machineId: string) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const nowMs = office.clock.nowMs()
    const calendar = calendarOf(settingsNow(db).office.timeZone)
    const knownSinceMs = readFirstKnown(db, machineId)
    if (knownSinceMs === null) return { years: [] }
    const sinceMs = calendar.startOfDay(addDays(calendar.dayOf(nowMs), -366 * YEARS_OF_FIGURES))
    const kept = readKept(db, machineId, sinceMs).map((one): Kept => {
      const { status, startMs, endMs, startedMs, finishedMs, openEnded, costCentavos } = one
      const beganMs = startedMs ?? startMs
      const isOver = status === 'finished'
      // What is under way keeps the machine down until now; a time that has passed without any word of it did, too.
      const lasts = openEnded === 1 || startedMs !== null
      const downToMs = isOver ? (finishedMs ?? endMs) : lasts ? nowMs : Math.min(endMs, nowMs)
      const down = downToMs > beganMs && beganMs < nowMs ? { startMs: beganMs, endMs: downToMs } : null
      return { atMs: finishedMs ?? beganMs, costCentavos, down }
    })
    const meterAt = (atMs: number) => {
      const { before, after } = readMeterBeside(db, machineId, { atMs, lastMs: nowMs })
      return (before ?? after)?.value ?? null
    }
    return { years: figuresByYear(kept, { nowMs, calendar, knownSinceMs, meterAt }) }
  })
}
