import type Database from 'better-sqlite3'
import { whatIsWrongWithBatches } from './batches-oracle.ts'
import { type Taken, whatIsWrongWithGaps } from './gap-oracle.ts'
import { whatIsWrongWithMoney } from './money-oracle.ts'
import { whatIsWrongWithPlaces } from './places-oracle.ts'

type Machine = { id: string; capacity: number; retiredMs: number | null }

/**
 * Checks a whole file in a slow, simple way that shares no code with the guard: `occupancy` has exactly the rows that
 * block, and no machine is booked beyond its capacity at any instant.
 * @returns a sentence for each fault
 */
export function whatIsWrong(sqlite: Database.Database): string[] {
  const taken = takenBySources(sqlite)
  const stored = sqlite
    .prepare<[], Taken & { seg: number; cls: number }>(
      `SELECT kind, ref_id AS refId, machine_id AS machineId, start_ms AS startMs, end_ms AS endMs, units, whole, seg, cls
       FROM occupancy`,
    )
    .all()
  const machines = sqlite
    .prepare<[], Machine>('SELECT id, capacity, retired_ms AS retiredMs FROM machines')
    .all()
  return [
    ...differences(
      taken,
      stored.filter(row => row.seg === 0),
    ),
    ...whatIsWrongWithGaps(
      sqlite,
      taken,
      stored.filter(row => row.seg !== 0),
    ),
    ...stored
      .filter(row => row.cls !== lengthClass(row))
      .map(row => `${row.refId} has the length class ${row.cls}`),
    ...machines.flatMap(machine => beyondCapacity(machine, stored)),
    ...outTwice(sqlite, machines),
    ...whatIsWrongWithPlaces(sqlite),
    ...whatIsWrongWithBatches(sqlite),
    ...whatIsWrongWithMoney(sqlite),
  ]
}

function takenBySources(sqlite: Database.Database): Taken[] {
  const all = (table: string) => sqlite.prepare<[], Record<string, never>>(`SELECT * FROM ${table}`).all()
  const bookings = all('bookings')
    .filter(
      row =>
        row['status'] === 'approved' ||
        row['status'] === 'in-use' ||
        (row['status'] === 'pending' && row['pending_blocks'] === 1),
    )
    .map(row => taken('booking', row['id']!, row, true))
  const offers = all('offers')
    .filter(row => row['status'] === 'running')
    .map(row => taken('hold', row['id']!, row, true))
  const holds = [...all('holds').map(row => taken('hold', row['form_id']!, row, true)), ...offers]
  const repairs = all('maintenance')
    .filter(row => row['status'] === 'planned' && row['open_ended'] === 0)
    .map(row => ({ ...taken('maintenance', row['id']!, row, false), units: 1, whole: 1 }))
  const planned = new Map(
    all('sessions')
      .filter(row => row['status'] === 'planned')
      .map(row => [row['id'], row]),
  )
  const sessions = all('session_machines').flatMap(row => {
    const session = planned.get(row['session_id'])
    if (!session || row['status'] !== 'taken') return []
    const its = { ...session, machine_id: row['machine_id']! }
    return [{ ...taken('session', row['id']!, its, false), units: 1, whole: 1 }]
  })
  const batches = all('batches')
    .filter(row => row['status'] === 'open')
    .map(row => ({ ...taken('batch', row['id']!, row, true), units: 1, whole: 1 }))
  return [...bookings, ...holds, ...repairs, ...sessions, ...batches]
}

function taken(kind: string, refId: string, row: Record<string, number>, buffers: boolean): Taken {
  return {
    kind,
    refId,
    machineId: row['machine_id'] as unknown as string,
    startMs: row['start_ms']! - (buffers ? row['buffer_before_ms']! : 0),
    endMs: row['end_ms']! + (buffers ? row['buffer_after_ms']! : 0),
    units: row['units']!,
    whole: 0,
  }
}

function differences(wanted: readonly Taken[], stored: readonly Taken[]): string[] {
  const text = ({ kind, refId, machineId, startMs, endMs, units, whole }: Taken) =>
    JSON.stringify([kind, refId, machineId, startMs, endMs, units, whole])
  const should = new Set(wanted.map(text))
  const is = new Set(stored.map(text))
  return [
    ...[...should].filter(row => !is.has(row)).map(row => `missing from occupancy: ${row}`),
    ...[...is].filter(row => !should.has(row)).map(row => `occupancy without a source: ${row}`),
    ...(is.size === stored.length ? [] : ['occupancy says something twice']),
  ]
}

/** Checks the load at each instant at which something begins; between those it can only fall. */
function beyondCapacity(machine: Machine, taken: readonly Taken[]): string[] {
  const own = taken.filter(row => row.machineId === machine.id)
  if (machine.retiredMs !== null && own.length > 0) return [`${machine.id} is retired and promised`]
  const wrong: string[] = []
  for (const { startMs: at } of own) {
    const load = own
      .filter(row => row.startMs <= at && at < row.endMs)
      .reduce((sum, row) => sum + (row.whole ? machine.capacity : row.units), 0)
    if (load > machine.capacity) wrong.push(`${machine.id} carries ${load} of ${machine.capacity} at ${at}`)
  }
  return wrong
}

function outTwice(sqlite: Database.Database, machines: readonly Machine[]): string[] {
  const out = sqlite
    .prepare<[], { machineId: string; units: number }>(
      "SELECT machine_id AS machineId, sum(units) AS units FROM bookings WHERE status = 'in-use' GROUP BY machine_id",
    )
    .all()
  return out
    .filter(row => row.units > (machines.find(machine => machine.id === row.machineId)?.capacity ?? 0))
    .map(row => `${row.machineId} is out with ${row.units} units`)
}

function lengthClass({ startMs, endMs }: Taken): number {
  const days = (endMs - startMs) / 86_400_000
  if (days <= 1) return 0
  return days <= 32 ? 1 : 2
}
