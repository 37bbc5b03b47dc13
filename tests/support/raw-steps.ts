import type Database from 'better-sqlite3'
import { insertRow, updateRow } from './raw-rows.ts'

// Steps and their undos, as another program would write them with SQL.

type Step = { entity?: string; entity_id: string; version: number; was: string | null; command_id?: string }

/** Adds a step with the line of the history that tells of it. */
export function plantStep(sqlite: Database.Database, step: Step): void {
  const { entity = 'booking', command_id = `step of ${step.entity_id}`, ...rest } = step
  plantLine(sqlite, entity, step.entity_id, command_id)
  insertRow(sqlite, 'steps', { entity, command_id, ...rest })
}

function plantLine(sqlite: Database.Database, entity: string, entity_id: string, command_id: string) {
  const last = sqlite
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1')
    .get()
  const seq = (last?.seq ?? 0) + 1
  insertRow(sqlite, 'history', {
    seq,
    at_ms: 0,
    user_name: 'Clerk',
    command_id,
    action: 'bookings.approve',
    entity,
    entity_id,
    title: '',
    previous_hash: last?.hash ?? '',
    hash: `hash ${seq}`,
  })
}

/** Marks a step as undone, from this version of the record. */
export function takeBack(
  sqlite: Database.Database,
  entity_id: string,
  version: number,
  { entity = 'booking', from = version, by = 'the undo' } = {},
) {
  updateRow(sqlite, 'steps', { entity, entity_id, version }, { undone_by: by, undone_from: from })
}
