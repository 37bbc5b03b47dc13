import { preparedSql, type ReadDb } from '../file.ts'
import { readingById } from '../rows.ts'
import { type offers, waiting } from '../tables/waiting.ts'

export type StoredWaiting = typeof waiting.$inferSelect
export type StoredOffer = typeof offers.$inferSelect
export const readWaiting = readingById(waiting)

type Named = StoredWaiting & {
  memberName: string
  memberNumber: string
  memberPhone: string
  memberBarangay: string
  what: string
  userName: string | null
}

const SHOWN = `
  SELECT w.id, w.version, w.member_id AS memberId, w.machine_id AS machineId, w.type_id AS typeId,
    w.from_day AS fromDay, w.to_day AS toDay, w.length_days AS lengthDays, w.length_minutes AS lengthMinutes, w.units,
    w.status, w.turn, w.requested_by AS requestedBy, w.requested_ms AS requestedMs, w.reason, w.booking_id AS bookingId,
    m.name AS memberName, m.number AS memberNumber, m.phone AS memberPhone, m.barangay AS memberBarangay,
    coalesce(c.name, t.name, '') AS what, u.name AS userName
  FROM waiting w JOIN members m ON m.id = w.member_id LEFT JOIN machines c ON c.id = w.machine_id
  LEFT JOIN machine_types t ON t.id = w.type_id LEFT JOIN users u ON u.id = w.requested_by`
const one = preparedSql<{ id: string }, Named>(`${SHOWN} WHERE w.id = @id`)
const inTurn = preparedSql<{ turn: number; id: string; limit: number }, Named>(`
  ${SHOWN} WHERE w.status = 'waiting' AND (w.turn, w.id) > (@turn, @id) ORDER BY w.turn, w.id LIMIT @limit`)

const OFFER = `
  SELECT o.id, o.waiting_id AS waitingId, o.machine_id AS machineId, o.start_ms AS startMs, o.end_ms AS endMs,
    o.from_day AS fromDay, o.to_day AS toDay, o.units, o.buffer_before_ms AS bufferBeforeMs,
    o.buffer_after_ms AS bufferAfterMs, o.status, o.made_ms AS madeMs, o.left_ms AS leftMs, o.until_ms AS untilMs
  FROM offers o`
const oneOffer = preparedSql<{ id: string }, StoredOffer>(`${OFFER} WHERE o.id = @id`)
const offersOf = preparedSql<{ waitingId: string }, StoredOffer>(
  `${OFFER} WHERE o.waiting_id = @waitingId ORDER BY o.made_ms, o.id`,
)
const running = preparedSql<object, StoredOffer>(
  `${OFFER} WHERE o.status = 'running' ORDER BY o.made_ms, o.id`,
)

export function readNamedWaiting(db: ReadDb, id: string): Named | undefined {
  return one(db).get({ id })
}

/** Those who wait, in turn, after one of them. */
export function listWaiting(
  db: ReadDb,
  after: { turn: number; id: string } | undefined,
  limit: number,
): Named[] {
  return inTurn(db).all({ turn: after?.turn ?? Number.MIN_SAFE_INTEGER, id: after?.id ?? '', limit })
}

const sameWish = preparedSql<Pick<StoredWaiting, Wish>, { id: string }>(`
  SELECT id FROM waiting
  WHERE status = 'waiting' AND member_id = @memberId AND machine_id IS @machineId AND type_id IS @typeId
    AND from_day = @fromDay AND to_day = @toDay`)
type Wish = 'memberId' | 'machineId' | 'typeId' | 'fromDay' | 'toDay'

/** Whether the member is on the list for the same already. */
export function isWaitingFor(db: ReadDb, wish: Pick<StoredWaiting, Wish>): boolean {
  return sameWish(db).get(wish) !== undefined
}

const lastTurn = preparedSql<object, { turn: number | null }>(
  "SELECT max(turn) AS turn FROM waiting WHERE status = 'waiting'",
)

/** The turn of the last of those who wait; undefined if nobody does. */
export function readLastTurn(db: ReadDb): number | undefined {
  return lastTurn(db).get({})?.turn ?? undefined
}

export function readOffer(db: ReadDb, id: string): StoredOffer | undefined {
  return oneOffer(db).get({ id })
}

/** Every offer that an entry had, in order of time. */
export function readOffersOf(db: ReadDb, waitingId: string): StoredOffer[] {
  return offersOf(db).all({ waitingId })
}

export function readRunningOffers(db: ReadDb): StoredOffer[] {
  return running(db).all({})
}
