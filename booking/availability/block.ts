import type { OpenCalendar } from '../hours/opening-hours.ts'
import { BLOCKING, type BookingInTheWay, type ByKind, byKind, type InTheWay } from '../in-the-way.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Buffers, type Interval, withBuffers } from '../time/interval.ts'
import { type Load, loadsWithoutRoom, peakLoad } from './load.ts'
import { lastsUntilMs } from './open-ended.ts'

/** Something that takes a machine's time, with what a refusal says about it. */
export type Block = Load & { readonly what: InTheWay; readonly overdue?: { readonly expectedBackMs: number } }

/** A booking with which the machine is out now. */
export type MachineOut = {
  readonly booking: BookingInTheWay
  readonly buffers: Buffers
  readonly handedOverMs: number
  /** When somebody expects it back; null if nobody said. */
  readonly expectedBackMs: number | null
  /** Until when the file keeps its time shut beyond the promise; null if it does not. */
  readonly keptUntilMs: number | null
}

/** Maintenance that lasts until it is finished. */
export type OpenRepair = {
  readonly what: InTheWay<'maintenance'>
  /** When somebody expects it to end; null if nobody said. */
  readonly expectedEndMs: number | null
  /** Until when the file keeps the machine's time shut. */
  readonly keptUntilMs: number | null
}

/** A batch that lasts until its grain is dry. */
export type OpenBatch = {
  readonly what: InTheWay<'batch'>
  /** The time for cleaning after it. */
  readonly bufferAfterMs: number
  /** When somebody expects it to end, if they said so since it was opened. */
  readonly expectedEndMs: number | null
  /** Until when the file keeps the machine's time shut beyond the promise; null if it does not. */
  readonly keptUntilMs: number | null
}

/** Whether a machine that is out should be back by now. */
export function isOverdue(out: { endMs: number }, nowMs: number): boolean {
  return out.endMs <= nowMs
}

/**
 * The time that a machine takes beyond its booking while it is out: before the booked start if it left early, and
 * after the booked end if it is overdue.
 */
export function blocksOfMachineOut(out: MachineOut, nowMs: number, calendar: OpenCalendar): Block[] {
  const promised = withBuffers(out.booking, out.buffers)
  const load = { units: out.booking.units, whole: false, what: out.booking }
  const blocks: Block[] = []
  // A hand-over that is still to come was recorded by a clock that was ahead. The machine is out all the same.
  const outSinceMs = Math.min(out.handedOverMs, nowMs)
  if (outSinceMs < promised.startMs) {
    blocks.push({ ...load, startMs: outSinceMs, endMs: promised.startMs })
  }
  const endMs = Math.max(openUntilMs(out, nowMs, calendar), out.keptUntilMs ?? promised.endMs)
  if (endMs > promised.endMs) {
    const expectedBackMs = endMs - out.buffers.bufferAfterMs
    blocks.push({ ...load, startMs: promised.endMs, endMs, overdue: { expectedBackMs } })
  }
  return blocks
}

/**
 * Until when a machine that is out keeps its time shut, its buffer included: until its promise ends, or until it is
 * expected back if it is overdue or somebody expects it later.
 */
export function openUntilMs(out: MachineOut, nowMs: number, calendar: OpenCalendar): number {
  const { booking, buffers } = out
  const lateMs = isOverdue(booking, nowMs)
    ? lastsUntilMs(out.expectedBackMs, nowMs, calendar)
    : out.expectedBackMs
  return Math.max(booking.endMs, lateMs ?? 0) + buffers.bufferAfterMs
}

/** What maintenance without a known end takes: the whole machine, until it is expected to end. */
export function blockOfRepair(repair: OpenRepair, nowMs: number, calendar: OpenCalendar): Block {
  const { what, expectedEndMs, keptUntilMs } = repair
  const endMs = Math.max(lastsUntilMs(expectedEndMs, nowMs, calendar), keptUntilMs ?? 0)
  return { startMs: what.startMs, endMs, units: 1, whole: true, what: { ...what, endMs } }
}

/** What a batch takes beyond its promise: the whole machine from its end on, until it is expected to be dry. */
export function blocksOfBatch(batch: OpenBatch, nowMs: number, calendar: OpenCalendar): Block[] {
  const { what, bufferAfterMs, keptUntilMs } = batch
  const startMs = what.endMs + bufferAfterMs
  const endMs = Math.max(batchUntilMs(batch, nowMs, calendar), keptUntilMs ?? startMs)
  if (endMs <= startMs) return []
  const expectedBackMs = endMs - bufferAfterMs
  return [{ startMs, endMs, units: 1, whole: true, what, overdue: { expectedBackMs } }]
}

/**
 * Until when a batch that lasts until its grain is dry keeps its machine, its buffer included: until its promise ends, or
 * until it is expected to end if that is later or over.
 */
export function batchUntilMs(
  batch: Pick<OpenBatch, 'bufferAfterMs' | 'expectedEndMs'> & { readonly what: { readonly endMs: number } },
  nowMs: number,
  calendar: OpenCalendar,
): number {
  const { what, bufferAfterMs, expectedEndMs } = batch
  const laterMs = what.endMs <= nowMs ? lastsUntilMs(expectedEndMs, nowMs, calendar) : (expectedEndMs ?? 0)
  return Math.max(what.endMs, laterMs) + bufferAfterMs
}

/**
 * Whether the blocks leave `units` of `capacity` free throughout `interval`. If not, the refusal says why:
 * maintenance, a booking, a hold, or too few units left.
 */
export function decideRoom(interval: Interval, units: number, capacity: number, blocks: readonly Block[]) {
  const peak = peakLoad(interval, blocks)
  if (peak + units <= capacity) return { ok: true as const }
  const inTheWay = loadsWithoutRoom(interval, units, capacity, blocks).sort(byStart)
  return refuse(refusalFor(inTheWay, units, capacity, peak))
}

/** A refusal names at most this many of those who have the units; one more in the data shows that there are others. */
export const MOST_NAMED = 5

function refusalFor(inTheWay: readonly Block[], units: number, capacity: number, peak: number): Refusal {
  const whole = inTheWay.find(block => BLOCKING[block.what.kind].whole)
  if (whole) return byKind(ALONE, whole.what, whole)
  const first = inTheWay.find(block => BLOCKING[block.what.kind].promised) ?? inTheWay[0]
  if (capacity > 1 || !first || units > capacity) {
    const free = Math.max(0, capacity - Math.min(peak, capacity))
    return {
      reason: 'over-capacity',
      capacity,
      free,
      units,
      by: inTheWay.slice(0, MOST_NAMED + 1).map(block => block.what),
    }
  }
  return byKind(ALONE, first.what, first)
}

/** The refusal if a single block takes the machine. */
const ALONE: ByKind<Refusal, [Block]> = {
  booking: (by, { overdue }) =>
    overdue
      ? { reason: 'overdue', by, expectedBackMs: overdue.expectedBackMs }
      : { reason: 'already-booked', by },
  hold: by => ({ reason: 'on-hold', by }),
  maintenance: by => ({ reason: 'in-maintenance', by }),
  session: by => ({ reason: 'taken-by-session', by }),
  batch: by => ({ reason: 'taken-by-batch', by }),
}

function byStart(a: Interval, b: Interval): number {
  return a.startMs - b.startMs
}
