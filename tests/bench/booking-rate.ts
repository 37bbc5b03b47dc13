import type { Office } from '#office/office'
import { alternate, median } from './measure.ts'
import { openRawInsert, type Synchronous } from './raw-insert.ts'
import { book, type Request } from './requests.ts'
import { atLeast, type Figure, reported } from './table.ts'

const WAITING = 16
/** What a sync costs on the disk that the goals are set for. Where it costs less, nobody could reach them. */
const USUAL_SYNC_MS = 0.4
const ALONE = 0.5
const TOGETHER = 1.5

/** Row 1: what all that a booking promises costs, against one bare row on the same disk. */
export async function bookingRate(
  folder: string,
  office: Office,
  next: () => Request,
  rounds: number,
): Promise<Figure[]> {
  const here = await times(folder, office, next, { rounds, synchronous: 'FULL' })
  const unsynced = await times(folder, office, next, { rounds, synchronous: 'OFF' })
  const syncMs = here.raw - unsynced.raw
  const usual = {
    raw: USUAL_SYNC_MS + unsynced.raw,
    alone: USUAL_SYNC_MS + unsynced.alone,
    together: USUAL_SYNC_MS / WAITING + unsynced.together,
  }
  const row = 1
  const ms = (name: string, figure: number) => reported({ row, name, figure, unit: 'ms' })
  const rate = 'times the rate of the raw INSERT'
  const ratio = (how: string, figure: number) => {
    return { row, name: `a booking command, ${how}: ${rate}`, figure, unit: '×' }
  }
  const alone = 'alone'
  const together = `${WAITING} waiting`
  const reckoned = `were a sync ${USUAL_SYNC_MS} ms`
  const isUsual = syncMs >= USUAL_SYNC_MS
  const measured = (goal: number, figure: ReturnType<typeof ratio>) =>
    isUsual ? atLeast(goal, figure) : reported(figure)
  return [
    ms('a raw single-row INSERT, synchronous=FULL, same disk', here.raw),
    ms('of that, the sync', syncMs),
    ms(`a booking command, ${alone}`, here.alone),
    measured(ALONE, ratio(alone, here.raw / here.alone)),
    atLeast(ALONE, ratio(`${alone}, ${reckoned}`, usual.raw / usual.alone)),
    ms(`a booking command, ${together}`, here.together),
    measured(TOGETHER, ratio(together, here.raw / here.together)),
    atLeast(TOGETHER, ratio(`${together}, ${reckoned}`, usual.raw / usual.together)),
  ]
}

/** Medians in milliseconds for one row: bare, of a command alone, and of one among sixteen that wait. */
async function times(
  folder: string,
  office: Office,
  next: () => Request,
  { rounds, synchronous }: { rounds: number; synchronous: Synchronous },
) {
  const raw = openRawInsert(folder, synchronous)
  office.file.sqlite.pragma(`synchronous = ${synchronous}`)
  const together = () => Promise.all(Array.from({ length: WAITING }, () => book(office, next())))
  const took = await alternate(
    { raw: { run: raw.insert }, alone: { run: () => book(office, next()) }, together: { run: together } },
    { rounds, each: 4 },
  )
  office.file.sqlite.pragma('synchronous = FULL')
  raw.close()
  return {
    raw: median(took.raw),
    alone: median(took.alone),
    together: median(took.together) / WAITING,
  }
}
