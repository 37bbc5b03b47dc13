import type { RecordEntity } from '#booking/entities'
import { asWhy } from '#booking/undo/decide-undo'
import type { OutputOf } from '#calls/contract'
import { RECORDS_SHOWN, type Step } from '#calls/undo'
import { objectIn } from '#db/odd-values'
import type { StepLine } from '#db/read/steps'
import { reading } from '#db/transaction'
import { lookOf } from '../law/answering.ts'
import type { Actor } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import type { Undoing } from '../law/restoring.ts'
import type { Office } from '../office.ts'
import { printedSince } from './printed-since.ts'
import { changesItsRecord, lookAtStep, type OwnStep, ownSteps, restorableOf } from './steps.ts'

/** The person's own last steps, each with what undoing it would change, or why it cannot be undone. */
export function stepsToUndo(office: Office, actor: Actor): OutputOf<'undo.list'> {
  return reading(office.file.db, () => {
    const look = lookOf(office)
    const undoing = {
      ...look,
      actor,
      get calendar() {
        return openCalendar(look.db, look.settings)
      },
    }
    return { steps: ownSteps(look.db, actor.id).map(step => shownStep(undoing, step)) }
  })
}

function shownStep(undoing: Undoing, step: OwnStep): Step {
  const { lines: all, isUndone: _, ...rest } = step
  const lines = all.filter(changesItsRecord)
  return {
    ...rest,
    said: objectIn(lines[0]?.after ?? null) ?? null,
    records: lines.slice(0, RECORDS_SHOWN).map(restoredOf),
    count: lines.length,
    printed: printedSince(undoing, step),
    refusal: refusalOf(undoing, step),
  }
}

/**
 * Of a step on several records, the rules look only at the one that is restored first: whether the others fit depends on
 * it.
 */
function refusalOf(undoing: Undoing, step: OwnStep): Step['refusal'] {
  const looked = lookAtStep(undoing.db, step, undoing.actor)
  if (!looked.ok) return looked.refusal
  const [first] = looked.records
  if (!first) return null
  const decision = asWhy(first.restorable.decide(undoing, first.id, first.was))
  return decision.ok ? null : decision.refusal
}

/** The line of the history, backwards; of a record that the step added, what withdrawing it changes. */
function restoredOf({ entity, entityId, title, before, after }: StepLine): Step['records'][number] {
  const named = { entity: entity as RecordEntity, entityId, title }
  const was = objectIn(before)
  const is = objectIn(after) ?? {}
  if (was) {
    const fields = Object.keys(was)
    return { ...named, before: Object.fromEntries(fields.map(field => [field, is[field]])), after: was }
  }
  const withdrawn = restorableOf(entity)?.withdrawn ?? {}
  const fields = Object.keys(withdrawn)
  return {
    ...named,
    before: Object.fromEntries(fields.map(field => [field, is[field]])),
    after: { ...withdrawn },
  }
}
