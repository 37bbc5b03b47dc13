import { covers, type Interval, overlaps } from '../time/interval.ts'

/** Time taken from a machine, buffers included. `whole` takes every unit, whatever the capacity (maintenance). */
export type Load = Interval & { readonly units: number; readonly whole: boolean }

/** What is taken at one instant. `whole`: something takes every unit. */
type Taken = { readonly atMs: number; readonly units: number; readonly whole: boolean }

/** What is taken at some ordered instants. One sweep over all loads, because thousands may overlap. */
function takenAt(instants: readonly number[], loads: readonly Load[]): Taken[] {
  const byStart = [...loads].sort((a, b) => a.startMs - b.startMs)
  const byEnd = [...loads].sort((a, b) => a.endMs - b.endMs)
  let [started, ended, units, wholes] = [0, 0, 0, 0]
  return instants.map(atMs => {
    for (; started < byStart.length && byStart[started]!.startMs <= atMs; started++) {
      units += byStart[started]!.units
      if (byStart[started]!.whole) wholes += 1
    }
    for (; ended < byEnd.length && byEnd[ended]!.endMs <= atMs; ended++) {
      units -= byEnd[ended]!.units
      if (byEnd[ended]!.whole) wholes -= 1
    }
    return { atMs, units, whole: wholes > 0 }
  })
}

/**
 * What is taken at the instants of `interval` at which the load can be highest: load rises only where something starts,
 * so these are the interval's start and the starts inside it.
 */
function peaksIn(interval: Interval, loads: readonly Load[]): Taken[] {
  const meeting = loads.filter(load => overlaps(load, interval))
  return takenAt(
    instantsIn(
      interval,
      meeting.map(load => load.startMs),
    ),
    meeting,
  )
}

function instantsIn(interval: Interval, instants: readonly number[]): number[] {
  return [interval.startMs, ...instants.filter(at => covers(interval, at))].sort((a, b) => a - b)
}

/** Whether no unit is free at any instant of `interval`. Load falls only where something ends. */
export function isFullThroughout(interval: Interval, capacity: number, loads: readonly Load[]): boolean {
  const meeting = loads.filter(load => overlaps(load, interval))
  const lows = takenAt(
    instantsIn(
      interval,
      meeting.map(load => load.endMs),
    ),
    meeting,
  )
  return lows.every(taken => taken.whole || taken.units >= capacity)
}

/**
 * The most units taken at any instant of `interval` (A4): the true peak, not the number of rows that overlap it.
 * @returns units; Infinity if something takes the machine whole
 */
export function peakLoad(interval: Interval, loads: readonly Load[]): number {
  let peak = 0
  for (const { units, whole } of peaksIn(interval, loads)) {
    if (whole) return Number.POSITIVE_INFINITY
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
  const tooMuch = peaksIn(interval, loads)
    .filter(taken => (taken.whole ? capacity : taken.units) + units > capacity)
    .map(taken => taken.atMs)
  if (tooMuch.length === 0) return []
  return loads.filter(load => {
    const next = firstFrom(tooMuch, load.startMs)
    return next !== undefined && next < load.endMs
  })
}

/** The first of some ordered instants that is not before `fromMs`. */
function firstFrom(ordered: readonly number[], fromMs: number): number | undefined {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ordered[middle]! < fromMs) low = middle + 1
    else high = middle
  }
  return ordered[low]
}

/** Whether `units` more fit throughout `interval`. */
export function fits(interval: Interval, units: number, capacity: number, loads: readonly Load[]): boolean {
  return peakLoad(interval, loads) + units <= capacity
}

/** A stretch of time in which the same number of units is taken throughout. */
export type LoadStep = Interval & { readonly units: number }

/**
 * How full a machine is over `interval`, as steps in order: what is taken at most, and never more than the capacity. What
 * takes the machine whole takes all of it. Stretches in which nothing is taken are left out.
 */
export function loadSteps(interval: Interval, capacity: number, loads: readonly Load[]): LoadStep[] {
  const meeting = loads.filter(load => overlaps(load, interval))
  const edges = meeting.flatMap(load => [load.startMs, load.endMs])
  const instants = [...new Set(instantsIn(interval, edges))]
  const steps: LoadStep[] = []
  for (const [index, { atMs, units, whole }] of takenAt(instants, meeting).entries()) {
    const taken = whole ? capacity : Math.min(units, capacity)
    const endMs = instants[index + 1] ?? interval.endMs
    const last = steps.at(-1)
    if (last?.endMs === atMs && last.units === taken) steps[steps.length - 1] = { ...last, endMs }
    else if (taken > 0) steps.push({ startMs: atMs, endMs, units: taken })
  }
  return steps
}
