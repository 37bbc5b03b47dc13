import type { RecordEntity } from '#booking/entities'
import { type Decision, refuse } from '#booking/refusal'
import { decideUndo, STEPS_BACK } from '#booking/undo/decide-undo'
import { may } from '#booking/users/roles'
import type { BookingInHistory } from '#calls/booking-rows'
import { CALL_FACTS } from '#calls/contract'
import { howUndone } from '#calls/how-undone'
import type { Step, UndoInHistory } from '#calls/undo'
import type { ReadDb } from '#db/file'
import { instantOr, objectIn } from '#db/odd-values'
import { listHistory, readCommand } from '#db/read/history'
import { readStepsShown, type StepLine, type StepShown, stepLinesOf } from '#db/read/steps'
import { batchRestoring, shareRestoring } from '../batches/restore.ts'
import { bookingRestoring } from '../bookings/restore.ts'
import { fieldRestoring } from '../fields/fields.ts'
import { blackoutRestoring } from '../hours/blackouts.ts'
import type { Actor } from '../law/command.ts'
import type { Columns, Restorable } from '../law/restoring.ts'
import { machineRestoring, machineTypeRestoring } from '../machines/restore.ts'
import { maintenanceRestoring } from '../maintenance/restore.ts'
import { memberRestoring } from '../members/restore.ts'
import { quotaRestoring } from '../quotas/record.ts'
import { rateRestoring } from '../rates/record.ts'
import { enrolmentRestoring, sessionRestoring } from '../sessions/restore.ts'
import { settingsRestoring } from '../settings/restore.ts'
import { userRestoring } from '../users/restore.ts'
import { waitingRestoring } from '../waiting/restore.ts'

/**
 * Every kind of record that a command which can be undone changes. Payments are reversed, booklets changed again, and
 * papers replaced.
 */
type RestoredEntity = Exclude<RecordEntity, 'holiday' | 'paper' | 'payment' | 'booklet'>

/** How each of them is restored. */
export const RESTORABLE: { readonly [E in RestoredEntity]: Restorable } = {
  batch: batchRestoring,
  blackout: blackoutRestoring,
  booking: bookingRestoring,
  enrolment: enrolmentRestoring,
  field: fieldRestoring,
  machine: machineRestoring,
  'machine-type': machineTypeRestoring,
  maintenance: maintenanceRestoring,
  member: memberRestoring,
  quota: quotaRestoring,
  rate: rateRestoring,
  session: sessionRestoring,
  share: shareRestoring,
  settings: settingsRestoring,
  user: userRestoring,
  waiting: waitingRestoring,
}

/** Something that a person did, from the history. */
export type OwnStep = Pick<Step, 'commandId' | 'atMs' | 'action' | 'deed'> & {
  /** The lines of the history about it, newest first. */
  readonly lines: StepLine[]
  readonly isUndone: boolean
}

/**
 * A person's own last steps, newest first. Undos are among them but do not count, so that a row of undos reaches as far
 * back as it may.
 */
export function ownSteps(db: ReadDb, userId: string): OwnStep[] {
  const steps = new Map<string, OwnStep>()
  const undone = new Set<string>()
  let counted = 0
  for (const line of stepLinesOf(db, userId)) {
    const known = steps.get(line.commandId)
    if (known) {
      known.lines.push(line)
      continue
    }
    const { action, deed } = whatWasDone(line)
    if (deed === 'did') counted += 1
    if (counted > STEPS_BACK) break
    const { commandId, atMs } = line
    if (deed !== 'did') undone.add(undoneBy(db, commandId))
    const isUndone = undone.has(commandId)
    steps.set(commandId, { commandId, atMs: instantOr(atMs, 0), action, deed, lines: [line], isUndone })
  }
  return [...steps.values()]
}

function whatWasDone({ action, after }: StepLine): Pick<Step, 'action' | 'deed'> {
  const { undid, redid } = (objectIn(after) ?? {}) as UndoInHistory
  if (action !== 'undo.last') return { action, deed: 'did' }
  return undid === undefined ? { action: redid ?? action, deed: 'redid' } : { action: undid, deed: 'undid' }
}

/** The command that an undo undid. */
function undoneBy(db: ReadDb, undoId: string): string {
  const args = readCommand(db, undoId)?.args
  return String(objectIn(args ?? null)?.['of'] ?? '')
}

/** What a step did to one record, and how to take it back. */
export type StepOnRecord = {
  readonly restorable: Restorable
  readonly entity: RecordEntity
  readonly id: string
  /** The record's version after the step, and now. */
  readonly version: number
  readonly undoneFrom: number
  readonly was: Columns | null
}

/**
 * Whether nothing but the rules of the trades can refuse to undo the step; if so, what it did to each record, in the
 * order in which it is taken back: the last first.
 */
export function lookAtStep(db: ReadDb, step: OwnStep, actor: Actor): Decision<{ records: StepOnRecord[] }> {
  const found = step.lines.filter(changesItsRecord).map(line => recordOf(db, line, actor))
  const decision = decideUndo({
    how: howUndone(step.action),
    isUndone: step.isUndone,
    right: rightTo(step.action, actor),
    records: found,
  })
  return decision.ok ? { ok: true, records: found.flatMap(({ record }) => record ?? []) } : decision
}

/** A line that only says what became of another record, such as that a late machine hits a booking, changes nothing. */
export function changesItsRecord({ after }: Pick<StepLine, 'after'>): boolean {
  const said = Object.keys(objectIn(after) ?? {})
  return said.length === 0 || said.some(field => field !== ('hitBy' satisfies keyof BookingInHistory))
}

function recordOf(db: ReadDb, line: StepLine, actor: Actor) {
  const { entity, entityId: id, title, commandId } = line
  const restorable = restorableOf(entity)
  const undoneFrom = restorable?.kind.stored(db, id)?.version ?? 0
  const shown = [...readStepsShown(db, entity, id, undoneFrom)]
  const step = shown.find(one => one.commandId === commandId) ?? stepThatAdded(shown, undoneFrom, line)
  if (restorable && step) {
    const was = step.was === null ? null : (objectIn(step.was) ?? null)
    const record = { restorable, entity: restorable.kind.entity, id, version: step.version, undoneFrom, was }
    return { title, since: null, isKept: true, record }
  }
  return { title, since: doneSince(db, { entity, id, commandId, shown }, actor), isKept: false }
}

/** The step that added the record, if it shows nothing but that. It is not kept before it is undone. */
function stepThatAdded(shown: readonly StepShown[], version: number, { before, commandId }: StepLine) {
  const first = shown.at(-1)
  const left = first ? first.undid && first.undid - 1 : version
  return before === null && left === 1 ? { commandId, was: null, version: 1, undid: undefined } : undefined
}

type NotShown = { entity: string; id: string; commandId: string; shown: readonly { commandId: string }[] }

/** What was done with the record after a step and is not undone; null if it was the step itself. */
function doneSince(db: ReadDb, { entity, id, commandId, shown }: NotShown, actor: Actor) {
  const lines = listHistory(db, { entity, entityId: id, limit: LINES_SEARCHED })
  const latest = shown.at(-1)?.commandId
  const line = lines.find(one => one.commandId === latest) ?? lines[0]
  if (!line || line.commandId === commandId) return null
  return { byName: line.userName, atMs: instantOr(line.atMs, 0), own: line.userId === actor.id }
}
const LINES_SEARCHED = 100

export function restorableOf(entity: string): Restorable | undefined {
  return Object.hasOwn(RESTORABLE, entity) ? RESTORABLE[entity as RestoredEntity] : undefined
}

/** Undoing a step needs the right to the step. */
function rightTo(action: string, { role }: Actor): Decision {
  const needed = CALL_FACTS.get(action)?.right
  if (needed === undefined || needed === 'anyone' || may(role, needed)) return { ok: true }
  return refuse({ reason: 'rights-needed', permission: needed })
}
