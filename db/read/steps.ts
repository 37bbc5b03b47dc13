import { preparedSql, type ReadDb } from '../file.ts'

/** What a step did to one record. `was` is JSON of the columns that changed; null if the record was added. */
export type StoredStep = { commandId: string; was: string | null }

const stepAt = preparedSql<{ entity: string; entityId: string; version: number }, StoredStep>(`
  SELECT command_id AS commandId, was FROM steps
  WHERE entity = @entity AND entity_id = @entityId AND version = @version`)

/** The step that left the record with this version; undefined if it is not kept. */
function readStep(db: ReadDb, entity: string, entityId: string, version: number) {
  return stepAt(db).get({ entity, entityId, version })
}

export function isStepKept(db: ReadDb, entity: string, entityId: string, version: number): boolean {
  return readStep(db, entity, entityId, version) !== undefined
}

/** `undid`: of an undo, the version that the step left that it undid. */
export type StepShown = StoredStep & { version: number; undid: number | undefined }

const undoneByUndo = preparedSql<
  { entity: string; entityId: string; commandId: string },
  { version: number }
>(`
  SELECT version FROM steps WHERE entity = @entity AND entity_id = @entityId AND undone_by = @commandId`)

/**
 * The steps whose work a record shows, latest first, with the version that each left. An undo and the step that it undid
 * cancel out, so after an undo comes what was before that step. The last of them is no undo.
 */
export function* readStepsShown(
  db: ReadDb,
  entity: string,
  entityId: string,
  version: number,
): Generator<StepShown, void, void> {
  let at: number | undefined = version
  while (at !== undefined) {
    const step: StoredStep | undefined = readStep(db, entity, entityId, at)
    if (!step) return
    const undid: number | undefined = undoneByUndo(db).get({
      entity,
      entityId,
      commandId: step.commandId,
    })?.version
    yield { ...step, version: at, undid }
    at = undid && undid - 1
  }
}

/** A line of the history, as far as a person's steps need it. */
export type StepLine = {
  commandId: string
  atMs: number
  action: string
  entity: string
  entityId: string
  title: string
  before: string | null
  after: string | null
}

const linesOf = preparedSql<
  { userId: string; beforeSeq: number; limit: number },
  StepLine & { seq: number }
>(`
  SELECT seq, command_id AS commandId, at_ms AS atMs, action, entity, entity_id AS entityId, title, before, after
  FROM history WHERE user_id = @userId AND seq < @beforeSeq AND command_id IS NOT NULL
  ORDER BY seq DESC LIMIT @limit`)

const LINES_AT_ONCE = 50

/** A person's lines of the history, newest first. Read as far as the caller goes. */
export function* stepLinesOf(db: ReadDb, userId: string): Generator<StepLine, void, void> {
  let beforeSeq = Number.MAX_SAFE_INTEGER
  for (;;) {
    const lines = linesOf(db).all({ userId, beforeSeq, limit: LINES_AT_ONCE })
    yield* lines
    if (lines.length < LINES_AT_ONCE) return
    beforeSeq = lines.at(-1)?.seq ?? 0
  }
}
