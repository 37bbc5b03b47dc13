import { type Decision, refuse } from '#booking/refusal'
import { asWhy } from '#booking/undo/decide-undo'
import { readCommand } from '#db/read/history'
import { isStepKept } from '#db/read/steps'
import { insertStep, markUndone } from '#db/write/steps'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, command } from '../law/command.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { lookAtStep, type OwnStep, ownSteps, type StepOnRecord } from './steps.ts'

/**
 * Undoes one of the person's own last steps (C11). It is a command like any other: it is in the history, and can be
 * undone itself, which does the step again.
 */
export const undoLast = freesTime(
  command('undo.last', (context, { of }) => {
    const { tx, actor } = context
    const step = ownSteps(tx, actor.id).find(one => one.commandId === of)
    if (!step)
      return refuse({ reason: 'cannot-undo', why: isOwn(context, of) ? 'too-long-ago' : 'not-yours' })
    const looked = lookAtStep(tx, step, actor)
    if (!looked.ok) return looked
    for (const record of looked.records) {
      const restored = restore(context, step, record)
      if (!restored.ok) return asWhy(restored)
    }
    return { ok: true as const }
  }),
)

function restore(context: CommandContext, step: OwnStep, record: StepOnRecord): Decision {
  const { tx, commandId, nowMs, settings, actor } = context
  const { restorable, entity, id, version, undoneFrom, was } = record
  const undoing = {
    db: tx,
    nowMs,
    settings,
    actor,
    // Made when it is needed, so that a change to a time zone that nobody knows can be undone.
    get calendar() {
      return context.calendar
    },
  }
  const decision = restorable.decide(undoing, id, was)
  if (!decision.ok) return decision
  if (version === 1 && !isStepKept(tx, entity, id, version)) {
    insertStep(tx, { entity, entityId: id, version, commandId: step.commandId, was })
  }
  markUndone(tx, { entity, entityId: id, version, undoneFrom }, commandId)
  const said = step.deed === 'undid' ? { redid: step.action } : { undid: step.action }
  changeRecord(context, restorable.kind, id, () => restorable.write(context, id, was), said)
  restorable.tell(context, id)
  return { ok: true }
}

function isOwn({ tx, actor }: CommandContext, commandId: string): boolean {
  const known = readCommand(tx, commandId)
  return known?.userId === actor.id && JSON.parse(known.outcome).ok === true
}
