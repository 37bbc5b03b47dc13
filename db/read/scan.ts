import type { Load } from '#booking/availability/load'
import type { BlockKind } from '#booking/in-the-way'
import { preparedSql, type ReadDb } from '../file.ts'

// What the conflict scan (A13) reads: the sources of what blocks, page by page, without trusting `occupancy`, which is
// only compared with them.

/** Something that takes a machine's time. `seg` tells several stretches of one thing apart. */
export type ScannedLoad = Load & {
  readonly machineId: string
  readonly kind: BlockKind
  readonly id: string
  readonly seg: number
}
type Columns = Omit<ScannedLoad, 'whole'> & { whole: number }

/** Where the next page of one source begins: after this row. */
type After = { readonly atMs: number; readonly key: string }
const FROM_THE_START: After = { atMs: Number.MIN_SAFE_INTEGER, key: '' }

const page = (source: string) =>
  preparedSql<After & { status: string; limit: number }, Columns & After>(`${source} LIMIT @limit`)

const bookingPage = page(`
  SELECT 'booking' AS kind, id, 0 AS seg, machine_id AS machineId, start_ms - buffer_before_ms AS startMs,
    end_ms + buffer_after_ms AS endMs, units, 0 AS whole, start_ms AS atMs, id AS key
  FROM bookings
  WHERE status = @status AND (status <> 'pending' OR pending_blocks = 1) AND (start_ms, id) > (@atMs, @key)
  ORDER BY start_ms, id`)
const maintenancePage = page(`
  SELECT 'maintenance' AS kind, id, 0 AS seg, machine_id AS machineId, start_ms AS startMs, end_ms AS endMs, 1 AS units,
    1 AS whole, start_ms AS atMs, id AS key
  FROM maintenance
  WHERE status = @status AND open_ended = 0 AND (start_ms, id) > (@atMs, @key) ORDER BY start_ms, id`)
const holdPage = page(`
  SELECT 'hold' AS kind, form_id AS id, 0 AS seg, machine_id AS machineId, start_ms - buffer_before_ms AS startMs,
    end_ms + buffer_after_ms AS endMs, units, 0 AS whole, start_ms AS atMs, form_id AS key
  FROM holds WHERE 'held' = @status AND (start_ms, form_id) > (@atMs, @key) ORDER BY start_ms, form_id`)
const offerPage = page(`
  SELECT 'hold' AS kind, id, 0 AS seg, machine_id AS machineId, start_ms - buffer_before_ms AS startMs,
    end_ms + buffer_after_ms AS endMs, units, 0 AS whole, start_ms AS atMs, id AS key
  FROM offers WHERE status = @status AND (start_ms, id) > (@atMs, @key) ORDER BY start_ms, id`)
// What a late machine or a repair without a known end keeps, in the gaps that the promises leave.
const segmentPage = page(`
  SELECT kind, ref_id AS id, seg, machine_id AS machineId, start_ms AS startMs, end_ms AS endMs, units, 0 AS whole,
    start_ms AS atMs, ref_id || ' ' || seg AS key
  FROM open_segments WHERE 'open' = @status AND (start_ms, ref_id || ' ' || seg) > (@atMs, @key) ORDER BY start_ms, key`)

const sessionPage = page(`
  SELECT 'session' AS kind, m.id, 0 AS seg, m.machine_id AS machineId, s.start_ms AS startMs, s.end_ms AS endMs, 1 AS units,
    1 AS whole, s.start_ms AS atMs, m.id AS key
  FROM sessions s CROSS JOIN session_machines m
  WHERE s.status = @status AND m.session_id = s.id AND m.status = 'taken' AND (s.start_ms, m.id) > (@atMs, @key)
  ORDER BY s.start_ms, m.id`)

const batchPage = page(`
  SELECT 'batch' AS kind, id, 0 AS seg, machine_id AS machineId, start_ms - buffer_before_ms AS startMs,
    end_ms + buffer_after_ms AS endMs, 1 AS units, 1 AS whole, start_ms AS atMs, id AS key
  FROM batches WHERE status = @status AND (start_ms, id) > (@atMs, @key) ORDER BY start_ms, id`)

/** Every source, by the statuses in which it blocks. */
const SOURCES = [
  ...['approved', 'in-use', 'pending'].map(status => ({ rows: bookingPage, status })),
  { rows: maintenancePage, status: 'planned' },
  { rows: holdPage, status: 'held' },
  { rows: offerPage, status: 'running' },
  { rows: sessionPage, status: 'planned' },
  { rows: batchPage, status: 'open' },
  { rows: segmentPage, status: 'open' },
]

/** All that blocks any machine, by the tables that people's decisions are written to; `limit` rows at a time. */
export function* readSources(db: ReadDb, limit: number): Generator<ScannedLoad[]> {
  for (const { rows, status } of SOURCES) {
    let after = FROM_THE_START
    for (;;) {
      const some = rows(db).all({ ...after, status, limit })
      yield some.map(({ atMs: _, key: _key, whole, ...row }) => ({ ...row, whole: whole === 1 }))
      const last = some.at(-1)
      if (!last || some.length < limit) break
      after = last
    }
  }
}

const ofMachine = preparedSql<{ machineId: string; limit: number }, Columns>(`
  SELECT 'booking' AS kind, id, 0 AS seg, machine_id AS machineId, start_ms - buffer_before_ms AS startMs,
    end_ms + buffer_after_ms AS endMs, units, 0 AS whole
  FROM bookings
  WHERE machine_id = @machineId AND (status IN ('approved', 'in-use') OR status = 'pending' AND pending_blocks = 1)
  UNION ALL
  SELECT 'maintenance', id, 0, machine_id, start_ms, end_ms, 1, 1
  FROM maintenance WHERE machine_id = @machineId AND status = 'planned' AND open_ended = 0
  UNION ALL
  SELECT 'batch', id, 0, machine_id, start_ms - buffer_before_ms, end_ms + buffer_after_ms, 1, 1
  FROM batches WHERE machine_id = @machineId AND status = 'open'
  UNION ALL
  SELECT kind, ref_id, seg, machine_id, start_ms, end_ms, units, 0
  FROM open_segments WHERE machine_id = @machineId
  ORDER BY startMs LIMIT @limit`)
/** More than any machine is promised ahead. */
const MOST_OF_A_MACHINE = 5000

/** What blocks one machine, but for what forms and offers hold, by the same tables. */
export function readSourcesOf(db: ReadDb, machineId: string): ScannedLoad[] {
  const rows = ofMachine(db).all({ machineId, limit: MOST_OF_A_MACHINE })
  return rows.map(({ whole, ...row }) => ({ ...row, whole: whole === 1 }))
}

type OccupancyKey = { machineId: string; cls: number; startMs: number; kind: string; id: string; seg: number }
const occupancyPage = preparedSql<OccupancyKey & { limit: number }, OccupancyKey & Columns>(`
  SELECT machine_id AS machineId, cls, start_ms AS startMs, kind, ref_id AS id, seg, end_ms AS endMs, units, whole
  FROM occupancy
  WHERE (machine_id, cls, start_ms, kind, ref_id, seg) > (@machineId, @cls, @startMs, @kind, @id, @seg)
  ORDER BY machine_id, cls, start_ms, kind, ref_id, seg LIMIT @limit`)

/** What `occupancy` says, `limit` rows at a time. */
export function* readOccupancy(db: ReadDb, limit: number): Generator<ScannedLoad[]> {
  let after: OccupancyKey = {
    machineId: '',
    cls: 0,
    startMs: Number.MIN_SAFE_INTEGER,
    kind: '',
    id: '',
    seg: 0,
  }
  for (;;) {
    const some = occupancyPage(db).all({ ...after, limit })
    yield some.map(({ cls: _, whole, ...row }) => ({ ...row, whole: whole === 1 }))
    const last = some.at(-1)
    if (!last || some.length < limit) return
    after = last
  }
}

export type ScannedMachine = { id: string; name: string; capacity: number; retired: number }
const machines = preparedSql<object, ScannedMachine>(
  'SELECT id, name, capacity, retired_ms IS NOT NULL AS retired FROM machines',
)

export function readScannedMachines(db: ReadDb): ScannedMachine[] {
  return machines(db).all({})
}

const outNow = preparedSql<object, { machineId: string; id: string; units: number }>(
  "SELECT machine_id AS machineId, id, units FROM bookings INDEXED BY bookings_out WHERE status = 'in-use'",
)

/** Every booking with which a machine is out, whatever its time. */
export function readOut(db: ReadDb) {
  return outNow(db).all({})
}

export type RefusedAt = { name: string; atMs: number; args: string | null }
const newestRefused = preparedSql<{ limit: number }, RefusedAt>(`
  SELECT name, at_ms AS atMs, CASE WHEN octet_length(args) <= 100000 THEN args END AS args
  FROM commands WHERE ok = 0 ORDER BY mid DESC LIMIT @limit`)

/** The newest refused commands. */
export function readNewestRefused(db: ReadDb, limit: number): RefusedAt[] {
  return newestRefused(db).all({ limit })
}
