import { isOverdue } from '#booking/availability/block'
import { batchState } from '#booking/batches/state'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { BLOCK_KINDS, type BlockKind, type StatusOf, type TitleOf } from '#booking/in-the-way'
import { MAINTENANCE_KINDS, MAINTENANCE_STATUSES } from '#booking/maintenance/kinds'
import { sessionState } from '#booking/sessions/state'
import { preparedSql, type ReadDb } from '../file.ts'
import { isOneOf, isStoredDay } from '../odd-values.ts'
import { LENGTH_CLASS } from '../tables/bookings.ts'

type Range = { fromMs: number; toMs: number }
type Page = Range & { nowMs: number; limit: number }
type EventColumns = {
  id: string
  kind: BlockKind
  machineId: string
  status: StatusOf[BlockKind]
  title: string
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
  units: number
  version: number
}

const SHOWN = "('pending', 'approved', 'in-use', 'completed')"
/**
 * The blocks of each kind that overlap the range, for the machines in the table `x`; a machine that is overdue is away
 * until now. The first part names the columns.
 */
const EVENTS: { readonly [K in BlockKind]: (machine: string, statuses: string) => string } = {
  booking: (machine, statuses) => `
  SELECT b.id, 'booking' AS kind, b.machine_id AS machineId, b.status, m.name AS title, b.start_ms AS startMs,
    b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay, b.units, b.version
  FROM ${machine} CROSS JOIN length_classes c CROSS JOIN bookings b CROSS JOIN members m
  WHERE b.machine_id = x.id AND ${LENGTH_CLASS} = c.cls AND b.start_ms > @fromMs - c.longest_ms AND b.start_ms < @toMs
    AND b.end_ms > @fromMs AND m.id = b.member_id${statuses}
  UNION ALL
  SELECT b.id, 'booking', b.machine_id, b.status, m.name, b.start_ms, b.end_ms, b.from_day, b.to_day, b.units, b.version
  FROM ${machine} CROSS JOIN bookings b INDEXED BY bookings_out CROSS JOIN members m
  WHERE b.machine_id = x.id AND b.status = 'in-use' AND b.end_ms <= @fromMs AND @fromMs < @nowMs AND m.id = b.member_id`,
  hold: machine => `
  SELECT h.form_id, 'hold', h.machine_id, 'held', u.name, h.start_ms, h.end_ms, h.from_day, h.to_day, h.units, 1
  FROM ${machine} CROSS JOIN holds h JOIN users u ON u.id = h.user_id
  WHERE h.machine_id = x.id AND h.start_ms < @toMs AND h.end_ms > @fromMs
  UNION ALL
  SELECT o.id, 'hold', o.machine_id, 'held', m.name, o.start_ms, o.end_ms, o.from_day, o.to_day, o.units, 1
  FROM ${machine} CROSS JOIN offers o INDEXED BY offers_running JOIN waiting w ON w.id = o.waiting_id
  JOIN members m ON m.id = w.member_id
  WHERE o.status = 'running' AND o.machine_id = x.id AND o.start_ms < @toMs AND o.end_ms > @fromMs`,
  maintenance: machine => `
  SELECT r.id, 'maintenance', r.machine_id, r.status, r.kind, r.start_ms, r.end_ms, r.from_day, r.to_day, 1, r.version
  FROM ${machine} CROSS JOIN maintenance r
  WHERE r.machine_id = x.id AND r.status <> 'cancelled' AND r.start_ms < @toMs AND r.end_ms > @fromMs`,
  session: machine => `
  SELECT s.id, 'session', t.machine_id, CASE
    WHEN (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'active') < s.capacity
    THEN 'open' ELSE 'full' END, s.title, s.start_ms, s.end_ms, NULL, NULL, 1, s.version
  FROM ${machine} CROSS JOIN session_machines t CROSS JOIN sessions s
  WHERE t.machine_id = x.id AND t.status <> 'removed' AND s.id = t.session_id AND s.status = 'planned'
    AND s.start_ms < @toMs AND s.end_ms > @fromMs`,
  // What nobody has closed lasts until now; what is done lasted until then.
  batch: machine => `
  SELECT t.id, 'batch', t.machine_id, t.status,
    (SELECT coalesce(sum(y.sacks), 0) FROM share_sacks y WHERE y.batch_id = t.id) || '/' || coalesce(c.batch_sacks, c.capacity),
    t.start_ms, coalesce(t.done_ms, t.end_ms), NULL, NULL, 1, t.version
  FROM ${machine} CROSS JOIN batches t CROSS JOIN machines c
  WHERE t.machine_id = x.id AND t.status <> 'cancelled' AND c.id = t.machine_id AND t.start_ms < @toMs
    AND (coalesce(t.done_ms, t.end_ms) > @fromMs OR t.status = 'open' AND t.open_ended = 1 AND @nowMs > @fromMs)`,
}

const NAMED = '(SELECT value AS id FROM json_each(@machineIds)) x'
const EVERY = 'machines x'
const query = (machine: string, statuses: string) =>
  `${BLOCK_KINDS.map(kind => EVENTS[kind](machine, statuses)).join(' UNION ALL ')} LIMIT @limit`

const named = preparedSql<Page & { machineIds: string }, EventColumns>(
  query(NAMED, ` AND b.status IN ${SHOWN}`),
)
const namedWithEnded = preparedSql<Page & { machineIds: string }, EventColumns>(query(NAMED, ''))
const every = preparedSql<Page, EventColumns>(query(EVERY, ` AND b.status IN ${SHOWN}`))
const everyWithEnded = preparedSql<Page, EventColumns>(query(EVERY, ''))

export type EventRange = Range & {
  machineIds?: readonly string[] | undefined
  withEnded?: boolean | undefined
}

/** What the calendars show of [fromMs, toMs): bookings, holds, maintenance, sessions and batches. At most `limit` of them, or all. */
export function readEvents(db: ReadDb, range: EventRange, nowMs: number, limit = -1) {
  const { fromMs, toMs, machineIds, withEnded } = range
  const rows = machineIds
    ? (withEnded ? namedWithEnded : named)(db).all({
        fromMs,
        toMs,
        machineIds: JSON.stringify(machineIds),
        nowMs,
        limit,
      })
    : (withEnded ? everyWithEnded : every)(db).all({ fromMs, toMs, nowMs, limit })
  return rows.map(row => eventOf(row, nowMs))
}

/** What another program wrote is shown with a status and a title of its kind. */
function standIn(event: Event): void {
  if (event.kind === 'booking' && !STATUSES.has(event.status)) event.status = 'displaced'
  if (event.kind !== 'maintenance') return
  if (!isOneOf(MAINTENANCE_STATUSES, event.status)) event.status = 'finished'
  if (!isOneOf(MAINTENANCE_KINDS, event.title)) event.title = 'corrective'
}
const STATUSES: ReadonlySet<string> = new Set(BOOKING_STATUSES)

type Event = {
  [K in BlockKind]: Omit<EventColumns, 'kind' | 'status' | 'title' | 'fromDay' | 'toDay'> & {
    kind: K
    status: StatusOf[K]
    title: TitleOf[K]
    from?: string
    to?: string
    overdue: boolean
  }
}[BlockKind]

/** Copied field by field: a board shows ten thousand rows, and spreading one costs more than reading it. */
function eventOf(row: EventColumns, nowMs: number): Event {
  const { id, kind, machineId, status, title, startMs, endMs, fromDay, toDay, units, version } = row
  const overdue = status === 'in-use' && isOverdue(row, nowMs)
  const event = { id, kind, machineId, status, title, startMs, endMs, units, version, overdue } as Event
  if (event.kind === 'session') {
    const isFull = event.status === 'full' ? 1 : 0
    event.status = sessionState({ status: 'planned', startMs, endMs, capacity: 1 }, isFull, nowMs)
  }
  if (event.kind === 'batch') {
    const status = event.status === ('done' as string) ? 'done' : 'open'
    event.status = batchState({ status, startMs, endMs }, nowMs)
  }
  standIn(event)
  if (fromDay === null || toDay === null || !isStoredDay(fromDay) || !isStoredDay(toDay)) return event
  return { ...event, from: fromDay, to: toDay }
}
