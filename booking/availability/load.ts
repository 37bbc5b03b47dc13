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

/** Whether `units` more fit throughout `interval`. */
export function fits(interval: Interval, units: number, capacity: number, loads: readonly Load[]): boolean {
  return peakLoad(interval, loads) + units <= capacity
}
