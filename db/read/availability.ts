import type { Block, MachineOut, OpenBatch, OpenRepair } from '#booking/availability/block'
import type { Load } from '#booking/availability/load'
import type { BookingStatus } from '#booking/bookings/status'
import type { BlockKind, BookingInTheWay, InTheWay } from '#booking/in-the-way'
import type { MaintenanceKind } from '#booking/maintenance/kinds'
import type { Interval } from '#booking/time/interval'
import { preparedSql, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'

/** What a question ignores: the booking, session or batch being changed, and the hold of the form that asks. */
export type Except = {
  readonly bookingId?: string | undefined
  readonly formId?: string | undefined
  readonly sessionId?: string | undefined
  readonly batchId?: string | undefined
}

type Range = { machineId: string; startMs: number; endMs: number }

// Only what was promised: the gaps that open-ended blocks fill in the file (seg > 0) are the rules' own to know.
// Each length class is scanned back only as far as its longest row can reach, so the cost does not grow with the file.
const MEETING = `
  FROM length_classes c CROSS JOIN occupancy o
  WHERE o.machine_id = @machineId AND o.cls = c.cls AND o.seg = 0
    AND o.start_ms > @startMs - c.longest_ms AND o.start_ms < @endMs AND o.end_ms > @startMs`

const IN_THE_WAY = `
  b.id AS bookingId, b.status, b.units AS bookedUnits, b.start_ms AS bookedStartMs, b.end_ms AS bookedEndMs,
  b.from_day AS bookedFrom, b.to_day AS bookedTo, m.id AS memberId, m.name AS memberName, m.phone AS memberPhone`

type BookingColumns = {
  bookingId: string
  status: BookingStatus
  bookedUnits: number
  bookedStartMs: number
  bookedEndMs: number
  bookedFrom: string | null
  bookedTo: string | null
  memberId: string
  memberName: string
  memberPhone: string
  userName: string | null
}
type BlockColumns = BookingColumns & {
  startMs: number
  endMs: number
  units: number
  whole: number
  kind: BlockKind
  refId: string
  heldStartMs: number
  heldEndMs: number
  heldFrom: string | null
  heldTo: string | null
  expiresMs: number
  offeredTo: string | null
  maintenanceKind: MaintenanceKind
  note: string
  repairFrom: string | null
  repairTo: string | null
  sessionId: string
  sessionTitle: string
  batchSacks: number
  batchMost: number | null
  batchOpenEnded: number
  batchStartMs: number
  batchEndMs: number
  batchFrom: string | null
  batchTo: string | null
}

const blocksMeeting = preparedSql<
  Range & { bookingId: string; formId: string; exceptSession: string; exceptBatch: string },
  BlockColumns
>(`
  SELECT o.start_ms AS startMs, o.end_ms AS endMs, o.units, o.whole, o.kind, o.ref_id AS refId, ${IN_THE_WAY},
    u.name AS userName, coalesce(h.start_ms, f.start_ms) AS heldStartMs, coalesce(h.end_ms, f.end_ms) AS heldEndMs,
    coalesce(h.from_day, f.from_day) AS heldFrom, coalesce(h.to_day, f.to_day) AS heldTo,
    coalesce(h.expires_ms, f.until_ms) AS expiresMs, wm.name AS offeredTo, r.kind AS maintenanceKind, r.note, r.from_day AS repairFrom, r.to_day AS repairTo,
    s.id AS sessionId, s.title AS sessionTitle,
    (SELECT coalesce(sum(y.sacks), 0) FROM share_sacks y WHERE y.batch_id = t.id) AS batchSacks,
    (SELECT coalesce(z.batch_sacks, z.capacity) FROM machines z WHERE z.id = t.machine_id) AS batchMost,
    t.open_ended AS batchOpenEnded, t.start_ms AS batchStartMs, t.end_ms AS batchEndMs, t.from_day AS batchFrom,
    t.to_day AS batchTo
  FROM (SELECT o.* ${MEETING}
      AND NOT (o.kind = 'booking' AND o.ref_id = @bookingId) AND NOT (o.kind = 'hold' AND o.ref_id = @formId)
      AND NOT (o.kind = 'session' AND o.ref_id IN (SELECT id FROM session_machines WHERE session_id = @exceptSession))
      AND NOT (o.kind = 'batch' AND o.ref_id = @exceptBatch)
  ) o
  LEFT JOIN bookings b ON o.kind = 'booking' AND b.id = o.ref_id
  LEFT JOIN members m ON m.id = b.member_id
  LEFT JOIN holds h ON o.kind = 'hold' AND h.form_id = o.ref_id
  LEFT JOIN offers f ON o.kind = 'hold' AND f.id = o.ref_id
  LEFT JOIN waiting w ON w.id = f.waiting_id
  LEFT JOIN members wm ON wm.id = w.member_id
  LEFT JOIN maintenance r ON o.kind = 'maintenance' AND r.id = o.ref_id
  LEFT JOIN session_machines x ON o.kind = 'session' AND x.id = o.ref_id
  LEFT JOIN sessions s ON s.id = x.session_id
  LEFT JOIN batches t ON o.kind = 'batch' AND t.id = o.ref_id
  LEFT JOIN users u ON u.id = coalesce(b.requested_by, h.user_id, w.requested_by, s.organizer_id, t.opened_by)
  ORDER BY o.start_ms, o.ref_id`)

/** Everything that blocks part of the half-open `interval`, earliest first, with what a refusal says about it. */
export function readBlocks(db: ReadDb, machineId: string, interval: Interval, except: Except = {}): Block[] {
  return blocksMeeting(db)
    .all({
      machineId,
      startMs: interval.startMs,
      endMs: interval.endMs,
      bookingId: except.bookingId ?? '',
      formId: except.formId ?? '',
      exceptSession: except.sessionId ?? '',
      exceptBatch: except.batchId ?? '',
    })
    .map(row => ({
      startMs: row.startMs,
      endMs: row.endMs,
      units: row.units,
      whole: row.whole === 1,
      what: WHAT_IS_IN_THE_WAY[row.kind](row),
    }))
}

const loadsMeeting = preparedSql<Range, Interval & { units: number; whole: number }>(
  `SELECT o.start_ms AS startMs, o.end_ms AS endMs, o.units, o.whole ${MEETING}`,
)

/** Only the load, for the search for free times. */
export function readLoads(db: ReadDb, machineId: string, interval: Interval): Load[] {
  const rows = loadsMeeting(db).all({ machineId, startMs: interval.startMs, endMs: interval.endMs })
  return rows.map(row => ({ ...row, whole: row.whole === 1 }))
}

const machinesOut = preparedSql<
  { machineId: string },
  BookingColumns & {
    handedOverMs: number
    bufferBeforeMs: number
    bufferAfterMs: number
    expectedBackMs: number | null
    keptUntilMs: number | null
  }
>(`
  SELECT ${IN_THE_WAY}, u.name AS userName, b.handed_over_ms AS handedOverMs,
    b.buffer_before_ms AS bufferBeforeMs, b.buffer_after_ms AS bufferAfterMs, b.expected_back_ms AS expectedBackMs,
    k.until_ms AS keptUntilMs
  FROM bookings b JOIN members m ON m.id = b.member_id LEFT JOIN users u ON u.id = b.requested_by
    LEFT JOIN open_blocks k ON k.kind = 'booking' AND k.ref_id = b.id
  WHERE b.machine_id = @machineId AND b.status = 'in-use'`)

/** The bookings with which a machine, or units of it, is out now. */
export function readMachineOut(db: ReadDb, machineId: string): MachineOut[] {
  return machinesOut(db)
    .all({ machineId })
    .map(row => ({
      booking: bookingInTheWay(row),
      buffers: { bufferBeforeMs: row.bufferBeforeMs, bufferAfterMs: row.bufferAfterMs },
      handedOverMs: row.handedOverMs ?? row.bookedStartMs,
      expectedBackMs: row.expectedBackMs,
      keptUntilMs: row.keptUntilMs,
    }))
}

const openRepairs = preparedSql<
  { machineId: string },
  Interval & {
    maintenanceId: string
    maintenanceKind: MaintenanceKind
    note: string
    expectedEndMs: number | null
    keptUntilMs: number | null
  }
>(`
  SELECT r.id AS maintenanceId, r.kind AS maintenanceKind, r.note, r.start_ms AS startMs, r.end_ms AS endMs,
    r.expected_end_ms AS expectedEndMs, k.until_ms AS keptUntilMs
  FROM maintenance r LEFT JOIN open_blocks k ON k.kind = 'maintenance' AND k.ref_id = r.id
  WHERE r.machine_id = @machineId AND r.open_ended = 1 AND r.status = 'planned'`)

/** The repairs of a machine that last until they are finished. */
export function readOpenRepairs(db: ReadDb, machineId: string): OpenRepair[] {
  return openRepairs(db)
    .all({ machineId })
    .map(({ expectedEndMs, keptUntilMs, startMs, endMs, ...repair }) => {
      const period = { kind: 'time' as const, startMs, endMs }
      const what = {
        kind: 'maintenance' as const,
        ...repair,
        openEnded: true as const,
        period,
        startMs,
        endMs,
      }
      return { what, expectedEndMs, keptUntilMs }
    })
}

const WHAT_IS_IN_THE_WAY: { readonly [K in BlockKind]: (row: BlockColumns) => InTheWay<K> } = {
  booking: bookingInTheWay,
  hold(row) {
    const { heldStartMs: startMs, heldEndMs: endMs, expiresMs } = row
    const period = periodOf({ startMs, endMs, fromDay: row.heldFrom, toDay: row.heldTo })
    const held = { userName: row.userName ?? '', units: row.units, period, startMs, endMs, expiresMs }
    return { kind: 'hold', ...held, ...(row.offeredTo !== null && { offeredTo: row.offeredTo }) }
  },
  maintenance(row) {
    const { startMs, endMs, maintenanceKind, note } = row
    const period = periodOf({ startMs, endMs, fromDay: row.repairFrom, toDay: row.repairTo })
    return { kind: 'maintenance', maintenanceId: row.refId, maintenanceKind, note, period, startMs, endMs }
  },
  session(row) {
    const { startMs, endMs, sessionId } = row
    const period = { kind: 'time' as const, startMs, endMs }
    const said = { title: row.sessionTitle ?? '', organizerName: row.userName ?? '' }
    return { kind: 'session', sessionId: sessionId ?? row.refId, ...said, period, startMs, endMs }
  },
  batch: row => batchInTheWay({ ...row, batchId: row.refId, userName: row.userName }),
}

type BatchColumns = Pick<
  BlockColumns,
  | 'batchSacks'
  | 'batchMost'
  | 'batchOpenEnded'
  | 'batchStartMs'
  | 'batchEndMs'
  | 'batchFrom'
  | 'batchTo'
  | 'userName'
> & { batchId: string }

function batchInTheWay(row: BatchColumns): InTheWay<'batch'> {
  const { batchId, batchStartMs: startMs, batchEndMs: endMs, batchSacks: sacks } = row
  const period = periodOf({ startMs, endMs, fromDay: row.batchFrom, toDay: row.batchTo })
  const said = { batchId, sacks, capacity: row.batchMost ?? 0, enteredBy: row.userName ?? '' }
  return {
    kind: 'batch',
    ...said,
    ...(row.batchOpenEnded === 1 && { openEnded: true }),
    period,
    startMs,
    endMs,
  }
}

const openBatches = preparedSql<
  { machineId: string },
  BatchColumns & { bufferAfterMs: number; expectedEndMs: number | null; keptUntilMs: number | null }
>(`
  SELECT t.id AS batchId, u.name AS userName,
    (SELECT coalesce(sum(y.sacks), 0) FROM share_sacks y WHERE y.batch_id = t.id) AS batchSacks,
    (SELECT coalesce(z.batch_sacks, z.capacity) FROM machines z WHERE z.id = t.machine_id) AS batchMost,
    t.open_ended AS batchOpenEnded, t.start_ms AS batchStartMs, t.end_ms AS batchEndMs, t.from_day AS batchFrom,
    t.to_day AS batchTo, t.buffer_after_ms AS bufferAfterMs, t.expected_end_ms AS expectedEndMs,
    k.until_ms AS keptUntilMs
  FROM batches t INDEXED BY batches_lasting LEFT JOIN users u ON u.id = t.opened_by
    LEFT JOIN open_blocks k ON k.kind = 'batch' AND k.ref_id = t.id
  WHERE t.machine_id = @machineId AND t.open_ended = 1 AND t.status = 'open'`)

/** The batches of a machine that last until their grain is dry. */
export function readOpenBatches(db: ReadDb, machineId: string): OpenBatch[] {
  return openBatches(db)
    .all({ machineId })
    .map(({ bufferAfterMs, expectedEndMs, keptUntilMs, ...row }) => ({
      what: batchInTheWay(row),
      bufferAfterMs,
      expectedEndMs,
      keptUntilMs,
    }))
}

function bookingInTheWay(row: BookingColumns): BookingInTheWay {
  const { bookingId, status, memberId, memberName, memberPhone } = row
  const when = { startMs: row.bookedStartMs, endMs: row.bookedEndMs }
  return {
    kind: 'booking',
    bookingId,
    status,
    memberId,
    memberName,
    memberPhone,
    period: periodOf({ ...when, fromDay: row.bookedFrom, toDay: row.bookedTo }),
    ...when,
    units: row.bookedUnits,
    enteredBy: row.userName ?? '',
  }
}
