import { type Block, decideRoom } from '../availability/block.ts'
import { freeWindows } from '../availability/free-windows.ts'
import { type Decision, refuse } from '../refusal.ts'
import { endOfDay } from '../time/calendar.ts'
import { addDays } from '../time/day.ts'
import { type Interval, withBuffers } from '../time/interval.ts'
import { firstDay, intervalOf, type Period } from '../time/period.ts'
import { decidePeriod, type Granted, type PeriodFacts } from './decide-booking.ts'
import type { BookingFact } from './decide-life.ts'
import { mayExtend } from './status.ts'

/** `machine` has the buffers with which the booking was promised; `blocks`: everything but the booking itself. */
export type ExtensionFacts = Omit<PeriodFacts, 'blocks'> & { readonly blocks: readonly Block[] }

/**
 * An extension (C6): more time for a booking that is approved or out, from its old end to a later one. Notice and horizon
 * do not matter, because its start stays; its length, and the room in the time that is added, do. A promise that a late
 * machine or a repair hits is not extended before that is settled.
 */
export function decideExtension(
  booking: BookingFact,
  period: Period,
  facts: ExtensionFacts,
): Decision<Granted> {
  if (!mayExtend(booking.status)) {
    return refuse({ reason: 'move-not-allowed', what: 'booking', from: booking.status, to: 'extended' })
  }
  const { machine, nowMs, calendar } = facts
  const kept = { startMs: booking.startMs, endMs: booking.endMs, here: true }
  const asked = { period, units: booking.units, keptStartMs: booking.startMs, kept }
  const whole = decidePeriod(asked, { ...facts, blocks: [] })
  if (!whole.ok && whole.refusal.reason !== 'in-the-past') return whole
  const { startMs, endMs } = intervalOf(period, calendar)
  const dayOf = (ms: number) => (period.kind === 'days' ? calendar.dayOf(ms) : null)
  if (startMs !== booking.startMs) {
    return refuse({ reason: 'keeps-its-start', startMs: booking.startMs, day: dayOf(booking.startMs) })
  }
  if (endMs <= booking.endMs) {
    return refuse({ reason: 'ends-no-later', endMs: booking.endMs, day: dayOf(booking.endMs - 1) })
  }
  if (endMs <= nowMs) return refuse({ reason: 'in-the-past' })
  if (!whole.ok) return whole
  const room = (interval: Interval) => decideRoom(interval, booking.units, machine.capacity, facts.blocks)
  const added = room(addedTime(booking, endMs))
  if (!added.ok) return added
  // A promise that is hit keeps its own time as it is. Written anew, it would leave that to whatever hits it.
  const own = room({ startMs: withBuffers(booking, booking).startMs, endMs: booking.endMs })
  return own.ok ? whole : own
}

/** The time that an extension adds to what the booking blocks. */
export function addedTime(booking: BookingFact, endMs: number): Interval {
  return { startMs: withBuffers(booking, booking).endMs, endMs: endMs + booking.bufferAfterMs }
}

/**
 * The longest extension that fits before the wanted end: until the machine is promised to somebody else, at most as long
 * as the rules allow. Null if nothing can be added.
 */
export function longestExtension(booking: BookingFact, wanted: Period, facts: ExtensionFacts): Period | null {
  const { machine, calendar } = facts
  const { bufferAfterMs } = booking
  const added = addedTime(booking, intervalOf(wanted, calendar).endMs)
  const windows = freeWindows(facts.blocks, machine.capacity - booking.units)
  const free = windows.find(({ startMs, endMs }) => startMs <= added.startMs && added.startMs < endMs)
  if (!free) return null
  const lastDay = addDays(firstDay(wanted, calendar), machine.rules.maxDays - 1)
  const latestMs = Math.min(added.endMs, free.endMs) - bufferAfterMs
  const endMs = Math.min(latestMs, endOfDay(calendar, lastDay))
  let period = endingBy(endMs, wanted, facts)
  while (period && !decideExtension(booking, period, facts).ok) period = dayShorter(period)
  return period
}

/** A closed day, on which it cannot end, is left out. Clock times are not tried one by one. */
function dayShorter(period: Period): Period | null {
  if (period.kind === 'time' || period.to <= period.from) return null
  return { ...period, to: addDays(period.to, -1) }
}

/** The wanted period, ending at the latest at that instant; whole days end with a day. */
function endingBy(endMs: number, wanted: Period, { calendar }: ExtensionFacts): Period | null {
  if (wanted.kind === 'time') return { ...wanted, endMs }
  const day = calendar.dayOf(endMs)
  const to = endOfDay(calendar, day) <= endMs ? day : addDays(day, -1)
  return to < wanted.from ? null : { ...wanted, to }
}
