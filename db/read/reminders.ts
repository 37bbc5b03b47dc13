import { REMINDERS, type ReminderKind } from '#booking/notices/reminders'
import { preparedSql, type ReadDb } from '../file.ts'

const last = preparedSql<object, { kind: ReminderKind; entityId: string; atMs: number }>(`
  SELECT kind, entity_id AS entityId, max(at_ms) AS atMs FROM notices
  WHERE kind IN (${REMINDERS.map(kind => `'${kind}'`).join(', ')}) GROUP BY kind, entity_id`)

/** When each reminder was last given, by its kind and the record's id. Looks through all notices, once an hour. */
export function readLastReminders(db: ReadDb) {
  const byKey = new Map(
    last(db)
      .all({})
      .map(row => [`${row.kind} ${row.entityId}`, row.atMs]),
  )
  return (kind: ReminderKind, id: string): number | undefined => byKey.get(`${kind} ${id}`)
}
