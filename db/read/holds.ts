import { eq } from 'drizzle-orm'
import { given, prepared, preparedSql, type ReadDb } from '../file.ts'
import { holds } from '../tables/bookings.ts'

const byForm = prepared(db =>
  db
    .select()
    .from(holds)
    .where(eq(holds.formId, given('formId')))
    .prepare(),
)

export function readHold(db: ReadDb, formId: string) {
  return byForm(db).get({ formId })
}

const nextExpirySql = preparedSql<object, { expiresMs: number | null }>(
  'SELECT min(expires_ms) AS expiresMs FROM holds',
)

/** When the next hold expires; undefined if there is none. */
export function nextHoldExpiry(db: ReadDb): number | undefined {
  return nextExpirySql(db).get({})?.expiresMs ?? undefined
}

const ofUser = preparedSql<{ userId: string }, { count: number }>(
  'SELECT count(*) AS count FROM holds WHERE user_id = @userId',
)

/** How many forms of a person hold a time. Holds are few, because they lapse. */
export function countHolds(db: ReadDb, userId: string): number {
  return ofUser(db).get({ userId })?.count ?? 0
}

const lapsed = preparedSql<{ nowMs: number }, { count: number }>(
  'SELECT count(*) AS count FROM holds WHERE expires_ms <= @nowMs',
)

/** How many holds are over and still there. */
export function countLapsedHolds(db: ReadDb, nowMs: number): number {
  return lapsed(db).get({ nowMs })?.count ?? 0
}
