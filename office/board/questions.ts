import { blocksOfMachineOut, expectedBackMs } from '#booking/availability/block'
import { type LoadStep, loadSteps } from '#booking/availability/load'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Interval } from '#booking/time/interval'
import { tookInThePast } from '#booking/was-there'
import type { BoardEvent } from '#calls/board'
import type { InputOf, OutputOf } from '#calls/contract'
import { BOARD, MOST_EVENTS } from '#calls/limits'
import type { ReadDb } from '#db/file'
import { readLoads, readMachineOut } from '#db/read/availability'
import { readEvents } from '#db/read/calendar'
import { readRecordsOfMachine } from '#db/read/machine-records'
import { readCapacities } from '#db/read/machines'
import { reading } from '#db/transaction'
import { TooMuch } from '../law/errors.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'

/** What is on the machines, and how full those are that several members share. */
export function boardOf(office: Office, asked: InputOf<'board.get'>): OutputOf<'board.get'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const nowMs = office.clock.nowMs()
    const calendar = calendarOf(settingsNow(db).office.timeZone)
    const named = asked.machineIds && new Set(asked.machineIds)
    const machines = readCapacities(db).filter(machine => !named || named.has(machine.id))
    if (machines.length > BOARD.machines) {
      throw new TooMuch('machineIds', `must be given, because there are more than ${BOARD.machines} machines`)
    }
    const range = { startMs: asked.fromMs, endMs: asked.toMs }
    const shared = machines.filter(machine => machine.capacity > 1)
    return {
      events: eventsOf(db, range, machines, { nowMs, calendar }),
      shared: shared.map(machine => ({
        machineId: machine.id,
        steps: stepsOf(db, range, machine, { nowMs, calendar }),
      })),
    }
  })
}

type Machine = { readonly id: string; readonly capacity: number }
type Now = { readonly nowMs: number; readonly calendar: OfficeCalendar }

function eventsOf(db: ReadDb, range: Interval, machines: readonly Machine[], { nowMs, calendar }: Now) {
  const machineIds = machines.map(machine => machine.id)
  const { startMs: fromMs, endMs: toMs } = range
  const events: BoardEvent[] = readEvents(db, { fromMs, toMs, machineIds }, nowMs, MOST_EVENTS + 1)
  if (events.length > MOST_EVENTS) {
    throw new TooMuch(
      'toMs',
      `must be nearer to fromMs, or the machines fewer: there are more than ${MOST_EVENTS} events`,
    )
  }
  const backMs = expectedBackMs(nowMs, calendar)
  for (const event of events) if (event.overdue) event.backMs = backMs
  return events
}

/** From now on what blocks a booking, before now what was there. */
function stepsOf(
  db: ReadDb,
  range: Interval,
  { id, capacity }: Machine,
  { nowMs, calendar }: Now,
): LoadStep[] {
  const past = { ...range, endMs: Math.min(range.endMs, nowMs) }
  const ahead = { ...range, startMs: Math.max(range.startMs, nowMs) }
  const steps: LoadStep[] = []
  if (past.startMs < past.endMs) {
    const was = readRecordsOfMachine(db, id, past).flatMap(one => tookInThePast(one, nowMs) ?? [])
    steps.push(...loadSteps(past, capacity, was))
  }
  if (ahead.startMs < ahead.endMs) {
    const beyond = readMachineOut(db, id).flatMap(out => blocksOfMachineOut(out, nowMs, calendar))
    steps.push(...loadSteps(ahead, capacity, [...readLoads(db, id, ahead), ...beyond]))
  }
  return steps
}
