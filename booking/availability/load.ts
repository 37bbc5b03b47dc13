import { covers, type Interval, overlaps } from '../time/interval.ts'

/** Time taken from a machine, buffers inside. `whole` takes every unit, whatever the capacity (maintenance). */
export type Load = Interval & { readonly units: number; readonly whole: boolean }

/**
 * The most units taken at any instant of `interval` (A4): the true peak, not a count of rows that touch it.
 * Load only rises where something starts, so it is enough to look at the interval's start and at the starts inside.
 * @returns units; Infinity when something takes the machine whole
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

/** Whether `units` more fit into the whole of `interval`. */
export function fits(interval: Interval, units: number, capacity: number, loads: readonly Load[]): boolean {
  return peakLoad(interval, loads) + units <= capacity
}
