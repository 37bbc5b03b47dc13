import { preparedSql, type WriteTx } from '../file.ts'

export type NewStep = {
  entity: string
  entityId: string
  /** The record's version after the command. */
  version: number
  commandId: string
  /** The columns that the command changed, as they were; null if it added the record. */
  was: Record<string, unknown> | null
}

const insertSql = preparedSql<Omit<NewStep, 'was'> & { was: string | null }, never>(`
  INSERT INTO steps (entity, entity_id, version, command_id, was)
  VALUES (@entity, @entityId, @version, @commandId, @was)`)

/** Keeps what a command changed in one record, so that it can be undone. */
export function insertStep(tx: WriteTx, step: NewStep): void {
  insertSql(tx).run({ ...step, was: step.was && JSON.stringify(step.was) })
}

type Undone = { entity: string; entityId: string; version: number; undoneFrom: number }

const markSql = preparedSql<Undone & { undoneBy: string }, never>(`
  UPDATE steps SET undone_by = @undoneBy, undone_from = @undoneFrom
  WHERE entity = @entity AND entity_id = @entityId AND version = @version`)

/**
 * Says which command undoes a step, and from which version of the record. The guard then allows the move back to the status
 * before it.
 */
export function markUndone(tx: WriteTx, step: Undone, undoneBy: string): void {
  markSql(tx).run({ ...step, undoneBy })
}
