import { isOverdue, type MachineOut } from '#booking/availability/block'
import { type FirstFree, firstFree } from '#booking/availability/first-free'
import type { Load } from '#booking/availability/load'
import { isExpected } from '#booking/availability/open-ended'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import { addDays } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { readMachineOut, readOpenRepairs } from '#db/read/availability'
import type { ShownMachine } from '#db/read/machines'
import { readLoadsOfAll } from '#db/read/today'
import { beyondPromises } from '../availability/slots.ts'

export type MachineTime = {
  /** What takes its time from today's beginning on, without the forms that are being filled in. */
  readonly loads: readonly Load[]
  /** Of the loads, those that last beyond what was promised. */
  readonly beyond: readonly Load[]
  readonly away: readonly MachineOut[]
  /**
   * When one unit is free next; null if not within the days searched, or if nobody knows, because the machine is overdue
   * or under a repair without a known end.
   */
  readonly free: FirstFree | null
}

/** What takes the time of each of these machines, and when it is free next, by the machine's id. */
export function machineTimes(
  db: ReadDb,
  machines: readonly ShownMachine[],
  now: { readonly nowMs: number; readonly calendar: OpenCalendar },
  searchedDays: number,
): ReadonlyMap<string, MachineTime> {
  const { nowMs, calendar } = now
  const today = calendar.dayOf(nowMs)
  const untilMs = calendar.startOfDay(addDays(today, searchedDays))
  const promised = byMachine(readLoadsOfAll(db, calendar.startOfDay(today), untilMs))

  function timeOf(machine: ShownMachine): MachineTime {
    const { id, out } = machine
    const away = out.length === 0 ? [] : readMachineOut(db, id)
    const beyond = beyondPromises(db, id, {}, now)
    const loads = [...(promised.get(id) ?? []), ...beyond]
    const unknown =
      away.some(one => isOverdue(one.booking, nowMs) && !isExpected(one.expectedBackMs, nowMs)) ||
      readOpenRepairs(db, id).some(one => !isExpected(one.expectedEndMs, nowMs))
    return {
      loads,
      beyond,
      away,
      free: unknown ? null : firstFree({ ...machine, calendar, loads, nowMs, untilMs }),
    }
  }
  return new Map(machines.map(machine => [machine.id, timeOf(machine)]))
}

export function byMachine<One extends { machineId: string }>(
  all: readonly One[],
): ReadonlyMap<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(one.machineId)
    if (group) group.push(one)
    else groups.set(one.machineId, [one])
  }
  return groups
}
