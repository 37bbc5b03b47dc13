import { covers, type Interval, overlaps } from '../time/interval.ts'

/** Time taken from a machine, buffers included. `whole` takes every unit, whatever the capacity (maintenance). */
export type Load = Interval & { readonly units: number; readonly whole: boolean }

/**
 * The most units taken at any instant of `interval` (A4): the true peak, not the number of rows that overlap it.
 * Load rises only where something starts, so only the interval's start and the starts inside it are checked.
 * @returns units; Infinity if something takes the machine whole
 */
export function peakLoad(interval: Interval, loads: readonly Load[]): number {
  const meeting = loads.filter(load => overlaps(load, interval))
  if (meeting.some(load => load.whole)) return Number.POSITIVE_INFINITY
  const instants = [
    interval.startMs,
    ...meeting.map(load => load.startMs).filter(at => at > interval.startMs),
  ]
  let peak = 0
  for (const at of instants) {
    let units = 0
    for (const load of meeting) if (covers(load, at)) units += load.units
    if (units > peak) peak = units
  }
  return peak
}

/** Whether `units` more fit throughout `interval`. */
export function fits(interval: Interval, units: number, capacity: number, loads: readonly Load[]): boolean {
  return peakLoad(interval, loads) + units <= capacity
}
