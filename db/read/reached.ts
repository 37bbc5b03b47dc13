import type { BookingStatus } from '#booking/bookings/status'
import { preparedSql, type ReadDb } from '../file.ts'
import { type PeriodColumns, periodOf } from '../period-columns.ts'

type Reach = { machineId: string | null; typeId: string | null; startMs: number; endMs: number }
type Row = PeriodColumns & {
  bookingId: string
  number: number | null
  status: BookingStatus
  machineName: string
  memberName: string
  memberPhone: string
}

const FROM = `
  FROM bookings b JOIN machines m ON m.id = b.machine_id
  WHERE b.status IN ('pending', 'approved', 'in-use') AND b.start_ms < @endMs AND b.end_ms > @startMs
    AND (@machineId IS NULL OR b.machine_id = @machineId) AND (@typeId IS NULL OR m.type_id = @typeId)`
const rows = preparedSql<Reach & { limit: number }, Row>(`
  SELECT b.id AS bookingId, b.number, b.status, m.name AS machineName, p.name AS memberName, p.phone AS memberPhone,
    b.start_ms AS startMs, b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay
  ${FROM.replace('WHERE', 'JOIN members p ON p.id = b.member_id\n  WHERE')}
  ORDER BY b.start_ms, b.id LIMIT @limit`)
const counted = preparedSql<Reach, { count: number }>(`SELECT count(*) AS count ${FROM}`)

/** What is promised or asked for in a time, of one machine, of a type, or of all: the first of them, and how many. */
export function readReached(db: ReadDb, reach: Reach, limit: number) {
  const reached = rows(db)
    .all({ ...reach, limit })
    .map(({ startMs, endMs, fromDay, toDay, ...row }) => ({
      ...row,
      period: periodOf({ startMs, endMs, fromDay, toDay }),
    }))
  return { reached, count: counted(db).get(reach)?.count ?? 0 }
}
