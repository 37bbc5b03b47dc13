import type { Search } from '#booking/availability/free-windows'
import type { Load } from '#booking/availability/load'
import { DAY_MS } from '#booking/time/day'
import { type Buffers, withBuffers } from '#booking/time/interval'
import { intervalOf, type Period } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { type Except, readLoads } from '#db/read/availability'
import { type Asked, allBlocks, beyondPromises } from './slots.ts'

/** Free times are looked for in three months. */
export const SEARCHED_DAYS = 90

/** From an instant on; `untilMs`: before another one. */
export type Begin = { readonly fromMs: number; readonly untilMs?: number }

type Sought = {
  readonly machine: Buffers & { readonly id: string; readonly capacity: number }
  /** How long, and from when. */
  readonly wanted: Period
  readonly units: number
  readonly except?: Except
  /** When it may begin, in order of time. */
  readonly begins: readonly Begin[]
  /** The last instant at which it may begin, if that is before the end of the search. */
  readonly latestMs?: number
  readonly count: number
  /** Which free periods in what order: `nextFreePeriods` or `nearestFreePeriods`. */
  readonly find: (wanted: Period, search: Search, count: number) => Period[]
  /** For a period at which it may not be, because the office is closed: where to look again. */
  readonly notThen?: Search['notThen']
  /** Whether the rules would accept a free period. */
  readonly allowed: (period: Period) => boolean
}

/**
 * The search behind every free time that is offered: alternatives to a booking and to maintenance, and the first free
 * times. At most `count` periods of one machine, each of which is free and allowed.
 */
export function nextFree(db: ReadDb, sought: Sought, now: Pick<Asked, 'nowMs' | 'calendar'>): Period[] {
  const { machine, wanted, units, begins, count, find, allowed } = sought
  const { calendar } = now
  const { startMs, endMs } = intervalOf(wanted, calendar)
  const fromMs = Math.max(startMs, begins[0]?.fromMs ?? startMs)
  const latestMs = Math.min(fromMs + SEARCHED_DAYS * DAY_MS, sought.latestMs ?? Number.POSITIVE_INFINITY)
  if (units > machine.capacity || latestMs < fromMs) return []
  const around = withBuffers({ startMs: fromMs, endMs: latestMs + endMs - startMs + DAY_MS }, machine)
  const loads = loadsAround(db, machine.id, around, sought.except ?? {}, now)
  const { notThen = () => null } = sought
  const search = { ...machine, calendar, units, loads, notThen }
  const found: Period[] = []
  for (const begin of begins) {
    const last = found.at(-1)
    const within = {
      earliestMs: Math.max(begin.fromMs, last ? intervalOf(last, calendar).endMs : begin.fromMs),
      latestMs: Math.min(latestMs, (begin.untilMs ?? Number.POSITIVE_INFINITY) - 1),
    }
    if (found.length < count) found.push(...find(wanted, { ...search, ...within }, count).filter(allowed))
  }
  return found.slice(0, count)
}

/** Only what is left out has to be read by name, which costs several times as much. */
function loadsAround(
  db: ReadDb,
  machineId: string,
  around: { startMs: number; endMs: number },
  except: Except,
  now: Pick<Asked, 'nowMs' | 'calendar'>,
): Load[] {
  const isExact = except.bookingId !== undefined || except.formId !== undefined
  if (isExact) return allBlocks(db, machineId, around, except, now)
  return [...readLoads(db, machineId, around), ...beyondPromises(db, machineId, except, now)]
}
