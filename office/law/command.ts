import type { Decision, Refusal } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Role } from '#booking/users/roles'
import type { CommandName, InputOf, OwnCommandName } from '#calls/contract'
import type { Entity } from '#calls/entities'
import type { WriteTx } from '#db/file'
import type { OfficeSettings } from '#db/read/settings'
import type { Ids } from './clock.ts'
import { type AnyRecordKind, findRecord, type RecordKind } from './record.ts'

/** Who acts: from the sign-in, never from the input (B6). */
export type Actor = { readonly id: string; readonly name: string; readonly role: Role }

/** What a handler did to one thing, for the history and the change feed. */
export type HistoryEntry = {
  entity: Entity
  entityId: string
  version: number
  /** What the thing is called. */
  title: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What a command's handler works with: one transaction, one instant, one person. */
export type CommandContext = {
  readonly tx: WriteTx
  readonly actor: Actor
  readonly nowMs: number
  readonly commandId: string
  readonly settings: OfficeSettings
  readonly calendar: OfficeCalendar
  readonly ids: Ids
  /** Writes the history and the change feed. Called once for each thing that changed. */
  record(entry: HistoryEntry): void
}

export type No = { ok: false; refusal: Refusal }

/** Gathers, decides, writes. Its effects stand only if it answers ok. */
export type Handler<Args, Yes = unknown> = (context: CommandContext, args: Args) => Decision<Yes>

type AnyCommandName = CommandName | OwnCommandName

/**
 * A command as one value: what it is called, what it does, and what it is about. The calls, the sample and the tests
 * all give this value, so that no handler can run under another command's name.
 */
export type Command<Name extends AnyCommandName, Args, Yes, Current extends { version: number } = never> = {
  readonly name: Name
  readonly handler: Handler<Args, Yes>
  /** The kind of the one existing record that it changes. A refusal answers with how that one stands now. */
  readonly on?: RecordKind<string, { id: string; version: number }, Current>
}

/** What a command takes: what its call takes, unless the handler says otherwise. */
type ArgsOf<Name> = Name extends CommandName ? InputOf<Name> : { commandId: string }

/** A command that makes something new, or is about many things or none. */
export function command<const Name extends AnyCommandName, Yes, Args = ArgsOf<Name>>(
  name: Name,
  handler: Handler<Args, Yes>,
): Command<Name, Args, Yes> {
  return { name, handler }
}

type OnRecord<Key extends string> = { readonly [K in `${Key}Id`]: string } & { readonly version: number }

/** A command on one existing record: found, and still at the version that the person saw, before the handler runs. */
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

/** The id of the record that a command's arguments name. */
export function idIn(kind: AnyRecordKind, args: object): string {
  return kind.only?.id ?? String((args as Record<string, unknown>)[`${kind.key}Id`])
}
