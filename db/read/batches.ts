import type { BatchLoad, BatchStatus, ShareStatus } from '#booking/batches/state'
import { preparedSql, type ReadDb } from '../file.ts'
import { readingById } from '../rows.ts'
import { batches, batchShares } from '../tables/batches.ts'

export type StoredBatch = typeof batches.$inferSelect
export type StoredShare = typeof batchShares.$inferSelect

export const readBatch = readingById(batches)
export const readShare = readingById(batchShares)

/** A batch as it is shown, with what is in it. `most` is null where its machine takes no batches any more. */
export type NamedBatch = {
  id: string
  version: number
  machineId: string
  machineName: string
  typeId: string
  unitName: string
  status: BatchStatus
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
  day: string
  bufferBeforeMs: number
  bufferAfterMs: number
  openEnded: number
  expectedEndMs: number | null
  note: string
  reason: string
  openedBy: string | null
  userName: string | null
  openedMs: number
  doneMs: number | null
  /** Until when the file keeps its machine beyond its end. */
  keptUntilMs: number | null
  shares: number
  weighed: number
  sacks: number
  most: number | null
  onDay: number
  dayMost: number | null
  permille: number | null
}

const COUNTED = `
    (SELECT count(*) FROM batch_shares s WHERE s.batch_id = b.id AND s.status = 'active') AS shares,
    (SELECT coalesce(sum(s.sacks), 0) FROM share_sacks s WHERE s.batch_id = b.id) AS sacks,
    coalesce(m.batch_sacks, CASE WHEN m.capacity > 1 THEN m.capacity END) AS most,
    (SELECT coalesce(sum(s.sacks), 0) FROM batches d CROSS JOIN share_sacks s
     WHERE d.machine_id = b.machine_id AND d.day = b.day AND d.status IN ('open', 'done') AND s.batch_id = d.id) AS onDay,
    m.day_sacks AS dayMost`
const SHOWN = `
  SELECT b.id, b.version, b.machine_id AS machineId, m.name AS machineName, m.type_id AS typeId, m.unit_name AS unitName,
    b.status, b.start_ms AS startMs, b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay, b.day,
    b.buffer_before_ms AS bufferBeforeMs, b.buffer_after_ms AS bufferAfterMs, b.open_ended AS openEnded,
    b.expected_end_ms AS expectedEndMs, b.note, b.reason, b.opened_by AS openedBy, u.name AS userName,
    b.opened_ms AS openedMs, b.done_ms AS doneMs, k.until_ms AS keptUntilMs,${COUNTED},
    (SELECT count(*) FROM batch_shares s WHERE s.batch_id = b.id AND s.status = 'active'
       AND EXISTS (SELECT 1 FROM weighings w WHERE w.share_id = s.id)) AS weighed,
    (SELECT r.permille FROM moisture_readings r WHERE r.batch_id = b.id ORDER BY r.nth DESC LIMIT 1) AS permille
  FROM batches b JOIN machines m ON m.id = b.machine_id LEFT JOIN users u ON u.id = b.opened_by
  LEFT JOIN open_blocks k ON k.kind = 'batch' AND k.ref_id = b.id`

const one = preparedSql<{ id: string }, NamedBatch>(`${SHOWN} WHERE b.id = @id`)

export function readNamedBatch(db: ReadDb, id: string): NamedBatch | undefined {
  return one(db).get({ id })
}

type Page = {
  fromMs: number
  toMs: number
  machineId: string
  typeId: string
  atMs: number
  id: string
  limit: number
}
// One that lasts until its grain is dry, and one that nobody closed, is there until somebody does.
const WITHIN = `b.start_ms < @toMs AND (b.end_ms > @fromMs OR b.status = 'open' OR b.done_ms > @fromMs)
  AND (@machineId = '' OR b.machine_id = @machineId) AND (@typeId = '' OR m.type_id = @typeId)`
const earliestFirst = preparedSql<Page, NamedBatch>(`
  ${SHOWN} WHERE ${WITHIN} AND (b.start_ms, b.id) > (@atMs, @id) ORDER BY b.start_ms, b.id LIMIT @limit`)
const newestFirst = preparedSql<Page, NamedBatch>(`
  ${SHOWN} WHERE ${WITHIN} AND (b.start_ms, b.id) < (@atMs, @id) ORDER BY b.start_ms DESC, b.id DESC LIMIT @limit`)

export type BatchRange = {
  /** Batches that overlap [fromMs, toMs), and those that nobody has closed. */
  fromMs: number
  toMs: number
  machineId?: string | undefined
  typeId?: string | undefined
  newestFirst: boolean
  after: { startMs: number; id: string } | undefined
  limit: number
}

/** A page of batches, by when they begin. */
export function listBatches(db: ReadDb, range: BatchRange): NamedBatch[] {
  const { machineId = '', typeId = '', after, newestFirst: isNewest, ...rest } = range
  const first = isNewest
    ? { atMs: Number.MAX_SAFE_INTEGER, id: '' }
    : { atMs: Number.MIN_SAFE_INTEGER, id: '' }
  const from = after ? { atMs: after.startMs, id: after.id } : first
  return (isNewest ? newestFirst : earliestFirst)(db).all({ ...rest, machineId, typeId, ...from })
}

const openOf = preparedSql<{ machineId: string }, Pick<BatchLoad, 'sacks' | 'onDay'> & { startMs: number }>(`
  SELECT b.start_ms AS startMs,${COUNTED}
  FROM batches b JOIN machines m ON m.id = b.machine_id
  WHERE b.machine_id = @machineId AND b.status = 'open' ORDER BY b.start_ms`)
/** How full the batches of a machine are that are open. */
export function readOpenLoads(db: ReadDb, machineId: string) {
  return openOf(db).all({ machineId })
}

const onDay = preparedSql<{ machineId: string; day: string }, { sacks: number }>(`
  SELECT coalesce(sum(s.sacks), 0) AS sacks FROM batches d CROSS JOIN share_sacks s
  WHERE d.machine_id = @machineId AND d.day = @day AND d.status IN ('open', 'done') AND s.batch_id = d.id`)
/** The sacks of all batches of a machine that begin on a day. */
export function sacksOnDay(db: ReadDb, machineId: string, day: string): number {
  return onDay(db).get({ machineId, day })?.sacks ?? 0
}

export type NamedShare = {
  id: string
  version: number
  batchId: string
  memberId: string
  memberNumber: string
  memberName: string
  memberPhone: string
  memberBarangay: string
  fieldId: string | null
  fieldName: string | null
  estimate: number
  ripeDay: string | null
  status: ShareStatus
  turn: number
  note: string
  reason: string
  splitFrom: string | null
  addedBy: string | null
  userName: string | null
  addedMs: number
  /** The first weighing: when the sacks came. */
  arrivedMs: number | null
  /** The last weighing, which holds. */
  weighings: number
  weighedSacks: number | null
  grams: number | null
  machineName: string
  startMs: number
  endMs: number
  batchStatus: BatchStatus
}

const last = (column: string) =>
  `(SELECT w.${column} FROM weighings w WHERE w.share_id = s.id ORDER BY w.nth DESC LIMIT 1)`
const SHARE = `
  SELECT s.id, s.version, s.batch_id AS batchId, s.member_id AS memberId, p.number AS memberNumber, p.name AS memberName,
    p.phone AS memberPhone, p.barangay AS memberBarangay, s.field_id AS fieldId, f.name AS fieldName,
    s.sacks AS estimate, s.ripe_day AS ripeDay, s.status, s.turn, s.note, s.reason, s.split_from AS splitFrom,
    s.added_by AS addedBy, u.name AS userName, s.added_ms AS addedMs,
    (SELECT w.entered_ms FROM weighings w WHERE w.share_id = s.id AND w.nth = 1) AS arrivedMs,
    (SELECT count(*) FROM weighings w WHERE w.share_id = s.id) AS weighings, ${last('sacks')} AS weighedSacks,
    ${last('grams')} AS grams, m.name AS machineName, b.start_ms AS startMs, b.end_ms AS endMs, b.status AS batchStatus
  FROM batch_shares s JOIN batches b ON b.id = s.batch_id JOIN machines m ON m.id = b.machine_id
  JOIN members p ON p.id = s.member_id LEFT JOIN fields f ON f.id = s.field_id LEFT JOIN users u ON u.id = s.added_by`
const oneShare = preparedSql<{ id: string }, NamedShare>(`${SHARE} WHERE s.id = @id`)
const inBatch = preparedSql<{ batchId: string; status: string; limit: number }, NamedShare>(`
  ${SHARE} WHERE s.batch_id = @batchId AND s.status = @status ORDER BY s.turn, s.id LIMIT @limit`)
const ofMember = preparedSql<{ memberId: string; limit: number }, NamedShare>(`
  ${SHARE} WHERE s.member_id = @memberId ORDER BY b.start_ms DESC, s.id DESC LIMIT @limit`)

export function readNamedShare(db: ReadDb, id: string): NamedShare | undefined {
  return oneShare(db).get({ id })
}

/** The shares of a batch, in the order in which they were added. */
export function listShares(db: ReadDb, batchId: string, status: ShareStatus, limit: number): NamedShare[] {
  return inBatch(db).all({ batchId, status, limit })
}

/** A member's shares, the latest batch first. */
export function sharesOfMember(db: ReadDb, memberId: string, limit: number): NamedShare[] {
  return ofMember(db).all({ memberId, limit })
}

const lastTurn = preparedSql<{ batchId: string }, { turn: number | null }>(
  'SELECT max(turn) AS turn FROM batch_shares WHERE batch_id = @batchId',
)
/** The place in the order of whatever is added to a batch next. */
export function nextTurn(db: ReadDb, batchId: string): number {
  return (lastTurn(db).get({ batchId })?.turn ?? 0) + 1
}

export type Reading = {
  permille: number
  note: string
  userName: string | null
  enteredBy: string | null
  enteredMs: number
}
const readings = preparedSql<{ batchId: string; limit: number }, Reading>(`
  SELECT r.permille, r.note, r.entered_by AS enteredBy, u.name AS userName, r.entered_ms AS enteredMs
  FROM moisture_readings r LEFT JOIN users u ON u.id = r.entered_by
  WHERE r.batch_id = @batchId ORDER BY r.nth DESC LIMIT @limit`)
/** The last readings of a batch, the newest first. */
export function listReadings(db: ReadDb, batchId: string, limit: number): Reading[] {
  return readings(db).all({ batchId, limit })
}

const count = preparedSql<{ id: string }, { readings: number; weighings: number }>(`
  SELECT (SELECT count(*) FROM moisture_readings WHERE batch_id = @id) AS readings,
    (SELECT count(*) FROM weighings WHERE share_id = @id) AS weighings`)
/** How many readings a batch has, or weighings a share. */
export function countFacts(db: ReadDb, id: string) {
  return count(db).get({ id }) ?? { readings: 0, weighings: 0 }
}

export type Weighing = {
  sacks: number
  grams: number
  note: string
  userName: string | null
  enteredMs: number
}
const weighed = preparedSql<{ shareId: string }, Weighing>(`
  SELECT w.sacks, w.grams, w.note, u.name AS userName, w.entered_ms AS enteredMs
  FROM weighings w LEFT JOIN users u ON u.id = w.entered_by WHERE w.share_id = @shareId ORDER BY w.nth`)
/** Everything that a share was weighed at, in order. */
export function listWeighings(db: ReadDb, shareId: string): Weighing[] {
  return weighed(db).all({ shareId })
}

const times = preparedSql<
  { fromMs: number; toMs: number },
  { machineId: string; startMs: number; endMs: number }
>(`
  SELECT machine_id AS machineId, start_ms - buffer_before_ms AS startMs, end_ms + buffer_after_ms AS endMs
  FROM batches
  WHERE status = 'open' AND start_ms - buffer_before_ms < @toMs AND end_ms + buffer_after_ms > @fromMs`)

/** When batches take machines, in [fromMs, toMs), with their buffers. */
export function readBatchTimes(db: ReadDb, fromMs: number, toMs: number) {
  return times(db).all({ fromMs, toMs })
}
