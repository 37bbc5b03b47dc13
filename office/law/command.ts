import type { Entity } from '#booking/entities'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { Decision, Refusal } from '#booking/refusal'
import type { Role } from '#booking/users/roles'
import type { CommandName, InputOf, OwnCommandName } from '#calls/contract'
import type { WriteTx } from '#db/file'
import type { OfficeSettings } from '#db/read/settings'
import type { Ids } from './clock.ts'
import { type AnyRecordKind, findRecord, type RecordKind } from './record.ts'

/** Who acts. It comes from the sign-in, never from the input (B6). */
export type Actor = { readonly id: string; readonly name: string; readonly role: Role }

/** What a handler did to one record, for the history and the change feed. */
export type HistoryEntry = {
  entity: Entity
  entityId: string
  version: number
  /** The record's title. */
  title: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  /**
   * The stored columns that changed, as they were before, for an undo; null if the record was added. Missing if they
   * are not kept.
   */
  was?: Record<string, unknown> | null
}

/** What a handler works with: one transaction, one instant, one person. */
export type CommandContext = {
  readonly tx: WriteTx
  readonly actor: Actor
  readonly nowMs: number
  readonly commandId: string
  readonly settings: OfficeSettings
  readonly calendar: OpenCalendar
  readonly ids: Ids
  /** Writes to the history and the change feed. Called once for each record that changed. */
  record(entry: HistoryEntry): void
  /** The same transaction and instant for what Araro does by itself because of this command. */
  asSystem(action: OwnCommandName): CommandContext
}

export type No = { ok: false; refusal: Refusal }

/** Gathers facts, decides, and writes. Its writes are kept only if it answers ok. */
export type Handler<Args, Yes = unknown> = (context: CommandContext, args: Args) => Decision<Yes>

type AnyCommandName = CommandName | OwnCommandName

/**
 * A command as one value: its name, its handler, and the kind of record it changes. The calls, the sample and the
 * tests all use this value, so that no handler can run under another command's name.
 */
export type Command<Name extends AnyCommandName, Args, Yes, Current extends { version: number } = never> = {
  readonly name: Name
  /** `of` exists only in the type: a copy of the command with another name is no command. */
  readonly handler: Handler<Args, Yes> & { readonly of?: NoInfer<Name> }
  /** The kind of the existing record that the command changes. A refusal includes that record as it is now. */
  readonly on?: RecordKind<string, { id: string; version: number }, Current>
  /** What Araro does by itself, as `system`, in the same transaction once the command is done. */
  readonly after?: (context: CommandContext) => unknown
}

/** A command's arguments are its call's input, unless the handler declares others. */
type ArgsOf<Name> = Name extends CommandName ? InputOf<Name> : { commandId: string }

/** A command that creates a record, or is not about one existing record. */
export function command<const Name extends AnyCommandName, Yes, Args = ArgsOf<Name>>(
  name: Name,
  handler: Handler<Args, Yes>,
): Command<Name, Args, Yes> {
  return { name, handler }
}

type OnRecord<Key extends string> = { readonly [K in `${Key}Id`]: string } & { readonly version: number }

/**
 * A command on one existing record. The handler runs only if the record exists and still has the version that the
 * person saw.
 */
export function commandOn<
  const Name extends AnyCommandName,
  Key extends string,
  Stored extends { id: string; version: number },
  Shown extends { version: number },
  Yes,
  Args extends OnRecord<Key> = ArgsOf<Name> & OnRecord<Key>,
>(
  name: Name,
  on: RecordKind<Key, Stored, Shown>,
  handler: (context: CommandContext, stored: Stored, args: Args) => Decision<Yes>,
): Command<Name, Args, Yes, Shown> {
  return {
    name,
    on,
    handler(context, args) {
      const found = findRecord(context.tx, on, { id: idIn(on, args), version: args.version })
      return found.ok ? handler(context, found.stored, args) : found
    },
  }
}

/**
 * A command whose handler needs more than its arguments, such as a password's hash, which must not be kept with the
 * command. It has its name before the rest is there.
 */
export type CommandWith<
  Name extends AnyCommandName,
  More extends readonly unknown[],
  Args,
  Yes,
  Current extends { version: number } = never,
> = Pick<Command<Name, Args, Yes, Current>, 'name' | 'on'> & {
  with(...more: More): Command<Name, Args, Yes, Current>
}

/** Like `command`, for a handler that needs more than the arguments. */
export function commandWith<
  const Name extends AnyCommandName,
  More extends readonly unknown[],
  Yes,
  Args = ArgsOf<Name>,
>(name: Name, handlerWith: (...more: More) => Handler<Args, Yes>): CommandWith<Name, More, Args, Yes> {
  return { name, with: (...more) => command(name, handlerWith(...more)) }
}

/** Like `commandOn`, for a handler that needs more than the arguments. */
export function commandOnWith<
  const Name extends AnyCommandName,
  More extends readonly unknown[],
  Key extends string,
  Stored extends { id: string; version: number },
  Shown extends { version: number },
  Yes,
  Args extends OnRecord<Key> = ArgsOf<Name> & OnRecord<Key>,
>(
  name: Name,
  on: RecordKind<Key, Stored, Shown>,
  handlerWith: (...more: More) => (context: CommandContext, stored: Stored, args: Args) => Decision<Yes>,
): CommandWith<Name, More, Args, Yes, Shown> {
  return { name, on, with: (...more) => commandOn(name, on, handlerWith(...more)) }
}

/** The id of the record in a command's arguments. */
export function idIn(kind: AnyRecordKind, args: object): string {
  return kind.only?.id ?? String((args as Record<string, unknown>)[`${kind.key}Id`])
}
