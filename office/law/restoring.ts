import type { OpenCalendar } from '#booking/hours/opening-hours'
import { type Decision, refuse } from '#booking/refusal'
import type { Actor, CommandContext } from './command.ts'
import type { AnyRecordKind, Look, RecordKind, Versioned } from './record.ts'

/** What a decision about an undo may depend on: the file, the time, and who undoes. */
export type Undoing = Look & { readonly calendar: OpenCalendar; readonly actor: Actor }

/** How a kind of record becomes again what it was before a step (C11). */
type Restoring<Stored extends Versioned> = {
  readonly kind: RecordKind<string, Stored, { version: number }>
  /** What a record becomes when the step that added it is undone. Without it, such a step is not undone. */
  readonly withdrawn?: Partial<Stored>
  /** Whether the rules allow the record to be again what it was. */
  mayBe(undoing: Undoing, stored: Stored, again: Stored): Decision
  /** Writes the columns that the step changed, as they were before it. */
  write(context: CommandContext, id: string, was: Partial<Stored>): void
  /** Leaves the notices that the undo is worth. */
  tell?(context: CommandContext, id: string): void
}

/** The same for any kind of record. `was`: the columns before the step; null if it added the record. */
export type Restorable = {
  readonly kind: AnyRecordKind
  decide(undoing: Undoing, id: string, was: Columns | null): Decision
  write(context: CommandContext, id: string, was: Columns | null): void
  tell(context: CommandContext, id: string): void
  /** What the history would say before and after the undo, of a record that the step added. */
  readonly withdrawn: Columns | undefined
}
export type Columns = Readonly<Record<string, unknown>>

export function restoring<Stored extends Versioned>(of: Restoring<Stored>): Restorable {
  const { kind, withdrawn } = of
  return {
    kind: kind as unknown as AnyRecordKind,
    withdrawn,
    decide(undoing, id, was) {
      const to = was ?? withdrawn
      if (!to) return refuse({ reason: 'cannot-undo', why: 'stays' })
      const stored = kind.stored(undoing.db, id)
      if (!stored) return refuse({ reason: 'not-found', what: kind.entity, id })
      return of.mayBe(undoing, stored, { ...stored, ...to })
    },
    write: (context, id, was) => of.write(context, id, (was ?? withdrawn ?? {}) as Partial<Stored>),
    tell: (context, id) => of.tell?.(context, id),
  }
}
