import type { Block } from '#booking/availability/block'
import { type LoadStep, loadSteps } from '#booking/availability/load'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { Interval } from '#booking/time/interval'
import { tookInThePast } from '#booking/was-there'
import type { BoardEvent } from '#calls/board'
import type { InputOf, OutputOf } from '#calls/contract'
import { BOARD, MOST_EVENTS } from '#calls/limits'
import type { ReadDb } from '#db/file'
import { readLoads } from '#db/read/availability'
import { readEvents } from '#db/read/calendar'
import { readRecordsOfMachine } from '#db/read/machine-records'
import { readCapacities } from '#db/read/machines'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { reading } from '#db/transaction'
import { beyondPromises } from '../availability/slots.ts'
import { causeOf, hasNoKnownEnd, hitsOn } from '../bookings/hits.ts'
import { TooMuch } from '../law/errors.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { type Office, settingsNow } from '../office.ts'

/** What is on the machines, and how full those are that several members share. */
export function boardOf(office: Office, asked: InputOf<'board.get'>): OutputOf<'board.get'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const now = { nowMs: office.clock.nowMs(), calendar: openCalendar(db, settingsNow(db)) }
    const named = asked.machineIds && new Set(asked.machineIds)
    const machines = readCapacities(db).filter(machine => !named || named.has(machine.id))
    if (machines.length > BOARD.machines) {
      throw new TooMuch('machineIds', `must be given, because there are more than ${BOARD.machines} machines`)
    }
    const range = { startMs: asked.fromMs, endMs: asked.toMs }
    const events = eventsOf(db, range, machines, now)
    markWhatLasts(db, events, now)
    const shared = machines.filter(machine => machine.capacity > 1)
    return {
      events,
      shared: shared.map(machine => ({ machineId: machine.id, steps: stepsOf(db, range, machine, now) })),
    }
  })
}

type Machine = { readonly id: string; readonly capacity: number }
type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }

function eventsOf(db: ReadDb, range: Interval, machines: readonly Machine[], { nowMs }: Now): BoardEvent[] {
  const machineIds = machines.map(machine => machine.id)
  const { startMs: fromMs, endMs: toMs } = range
  const events = readEvents(db, { fromMs, toMs, machineIds }, nowMs, MOST_EVENTS + 1)
  if (events.length <= MOST_EVENTS) return events
  throw new TooMuch(
    'toMs',
    `must be nearer to fromMs, or the machines fewer: there are more than ${MOST_EVENTS} events`,
  )
}

/** Says of what has no known end until when it is expected to last, and which promises it hits. */
function markWhatLasts(db: ReadDb, events: readonly BoardEvent[], now: Now): void {
  const lasting = new Map<string, Block>()
  const hit = new Set<string>()
  for (const machineId of readMachinesThatMayLast(db)) {
    const open = beyondPromises(db, machineId, {}, now).filter(hasNoKnownEnd)
    for (const block of open) lasting.set(causeOf(block).id, block)
    if (open.length > 0) for (const { booking } of hitsOn(db, machineId, now)) hit.add(booking.bookingId)
  }
  if (lasting.size === 0) return
  for (const event of events) {
    const block = lasting.get(event.id)
    if (block) event.lastsUntilMs = block.overdue?.expectedBackMs ?? block.endMs
    if (hit.has(event.id)) event.hit = true
  }
}

/** From now on what blocks a booking, before now what was there. */
function stepsOf(db: ReadDb, range: Interval, { id, capacity }: Machine, now: Now): LoadStep[] {
  const past = { ...range, endMs: Math.min(range.endMs, now.nowMs) }
  const ahead = { ...range, startMs: Math.max(range.startMs, now.nowMs) }
  const steps: LoadStep[] = []
  if (past.startMs < past.endMs) {
    const was = readRecordsOfMachine(db, id, past).flatMap(one => tookInThePast(one, now.nowMs) ?? [])
    steps.push(...loadSteps(past, capacity, was))
  }
  if (ahead.startMs < ahead.endMs) {
    const beyond = beyondPromises(db, id, {}, now)
    steps.push(...loadSteps(ahead, capacity, [...readLoads(db, id, ahead), ...beyond]))
  }
  return steps
}
