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

/**
 * The loads beside which `units` more do not fit: those that take part in some instant of `interval` at which all
 * together are too many. A load that is there only while the others leave room is not among them.
 */
export function loadsWithoutRoom<One extends Load>(
  interval: Interval,
  units: number,
  capacity: number,
  loads: readonly One[],
): One[] {
  const found = new Set<One>()
  const meeting = loads.filter(load => overlaps(load, interval))
  // As in `peakLoad`: the load only rises where something starts.
  for (const at of [interval.startMs, ...meeting.map(load => load.startMs)]) {
    if (!covers(interval, at)) continue
    const there = meeting.filter(load => covers(load, at))
    const taken = there.some(load => load.whole) ? capacity : there.reduce((sum, load) => sum + load.units, 0)
    if (taken + units > capacity) for (const load of there) found.add(load)
  }
  return meeting.filter(load => found.has(load))
}

/** Whether `units` more fit into the whole of `interval`. */
export function fits(interval: Interval, units: number, capacity: number, loads: readonly Load[]): boolean {
  return peakLoad(interval, loads) + units <= capacity
}
