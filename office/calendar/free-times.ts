import { blocksOfMachineOut, type MachineOut } from '#booking/availability/block'
import { type FirstFree, firstFree } from '#booking/availability/first-free'
import type { Load } from '#booking/availability/load'
import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { readMachineOut } from '#db/read/availability'
import type { ShownMachine } from '#db/read/machines'
import { readLoadsOfAll } from '#db/read/today'

export type MachineTime = {
  /** What takes its time from today's beginning on, without the forms that are being filled in. */
  readonly loads: readonly Load[]
  readonly away: readonly MachineOut[]
  /** When one unit is free next; null if nobody knows, because it is overdue, or if not within the days searched. */
  readonly free: FirstFree | null
}

/** What takes the time of each of these machines, and when it is free next, by the machine's id. */
export function machineTimes(
  db: ReadDb,
  machines: readonly ShownMachine[],
  { nowMs, calendar }: { readonly nowMs: number; readonly calendar: OfficeCalendar },
  searchedDays: number,
): ReadonlyMap<string, MachineTime> {
  const today = calendar.dayOf(nowMs)
  const untilMs = calendar.startOfDay(addDays(today, searchedDays))
  const loadsOf = byMachine(readLoadsOfAll(db, calendar.startOfDay(today), untilMs))

  function timeOf(machine: ShownMachine): MachineTime {
    const { id, out } = machine
    const away = out.length === 0 ? [] : readMachineOut(db, id)
    const beyond = away.flatMap(one => blocksOfMachineOut(one, nowMs, calendar))
    const loads = loadsOf.get(id) ?? []
    const unknown = out.some(one => one.overdue)
    const search = { ...machine, calendar, loads: [...loads, ...beyond], nowMs, untilMs }
    return { loads, away, free: unknown ? null : firstFree(search) }
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
