import type { OpenCalendar } from '#booking/hours/opening-hours'
import { refuse } from '#booking/refusal'
import { may, type Role } from '#booking/users/roles'
import { CALL_FACTS, type CommandName, type OwnCommandName } from '#calls/contract'
import { howUndone } from '#calls/how-undone'
import { canonicalJson } from '#db/canonical-json'
import type { WriteTx } from '#db/file'
import { type KnownCommand, readCommand } from '#db/read/history'
import { readActiveRole } from '#db/read/users'
import { storageTrouble } from '#db/storage-errors'
import { inSavepoint, type NoPromise } from '#db/transaction'
import { appendHistory, insertChange, insertCommand } from '#db/write/history'
import { insertStep } from '#db/write/steps'
import { type Office, settingsNow } from '../office.ts'
import type { Actor, Command, CommandContext, Handler, No } from './command.ts'
import { Forbidden, NotSignedIn } from './errors.ts'
import { keptArgs } from './kept.ts'
import { openCalendar } from './open-calendar.ts'
import { writtenOrBusy } from './write-queue.ts'

/** A command with its arguments and the person who gives it. */
type GivenCommand<Args, Yes> = {
  readonly command: Pick<Command<CommandName | OwnCommandName, Args, Yes>, 'name' | 'handler' | 'after'>
  /** The input without secrets: it is kept with the command. */
  readonly args: Args
  readonly actor: Actor
}

/** As much of it as does not depend on the command's types. */
type AnyGivenCommand = { actor: Actor; command: { name: string }; args: { commandId: string } }

type Done<Yes> = { answer: ({ ok: true } & Yes) | No } | { thrown: Error }

/**
 * The law of a command (docs/architecture.md). In one transaction on the queue: is the id known? may the person do
 * this? Then the handler runs in a savepoint. Its outcome is kept outside the savepoint, so that a refusal stays on
 * record although its writes are taken back.
 * @returns the handler's answer, or the first answer if the same command comes again
 * @throws NotSignedIn, Forbidden, SQLite's errors, and any bug in the handler
 */
export async function runCommand<Args extends { commandId: string }, Yes>(
  office: Office,
  given: GivenCommand<Args, Yes>,
): Promise<({ ok: true } & Yes) | No> {
  const write = office.queue.write(tx => runInTransaction(tx, office, given))
  const done = await writtenOrBusy(write)
  if ('ok' in done) return done
  if ('thrown' in done) throw done.thrown
  return done.answer
}

function runInTransaction<Args extends { commandId: string }, Yes>(
  tx: WriteTx,
  office: Office,
  given: GivenCommand<Args, Yes>,
): Done<Yes> {
  const { command, args, actor } = given
  const { commandId } = args
  const known = readCommand(tx, commandId)
  if (known) {
    return { answer: isSame(known, given) ? JSON.parse(known.outcome) : refuse({ reason: 'command-reused' }) }
  }
  const rights = checkRights(tx, command.name, actor)
  if (rights) return { thrown: rights }
  const context = contextFor(tx, office, given)
  const answer = decideAndRecord(context, office, command.name, () => command.handler(context, args))
  insertCommand(tx, {
    commandId,
    name: command.name,
    args: JSON.stringify(keptArgs(args)),
    userId: userIdOf(actor),
    atMs: context.nowMs,
    ok: answer.ok,
    outcome: JSON.stringify(answer),
  })
  if (answer.ok && command.after) goOnAfter(context, office, command.name, command.after)
  return { answer }
}

/** What Araro does by itself after a command. If that fails, the command is done all the same. */
function goOnAfter(
  context: CommandContext,
  office: Office,
  name: string,
  after: (context: CommandContext) => unknown,
) {
  try {
    inSavepoint(
      context.tx,
      () => {
        after(context.asSystem('waiting.offer'))
        return true
      },
      () => true,
    )
  } catch (error) {
    if (!context.tx.$client.inTransaction) throw error
    office.log.error({ err: error, command: name }, 'what follows from the command could not be done')
  }
}

/** Whether the earlier command with this id is the same command, given by the same person. */
function isSame(known: KnownCommand, { command, args, actor }: AnyGivenCommand): boolean {
  return (
    known.name === command.name &&
    known.userId === userIdOf(actor) &&
    canonicalJson(JSON.parse(known.args)) === canonicalJson(keptArgs(args))
  )
}

/**
 * Runs the handler in its savepoint. If the guard aborts what the rules allowed, the answer is a refusal and the
 * error is logged.
 */
function decideAndRecord<Yes>(
  { tx, commandId }: CommandContext,
  office: Office,
  command: string,
  handle: () => ReturnType<Handler<object, Yes>>,
): ReturnType<Handler<object, Yes>> {
  try {
    return inSavepoint(tx, handle, answer => answer.ok)
  } catch (error) {
    const trouble = storageTrouble(error)
    if (!tx.$client.inTransaction || !GUARD_REFUSES.has(trouble ?? '')) throw error
    // The rules and the guard disagree. This is a defect in the rules, but nothing was promised twice.
    office.log.error({ err: error, command, commandId }, 'the guard refused what the rules allowed')
    // A row written with SQL already has the id that this command would use.
    if (trouble === 'known-id') return refuse({ reason: 'command-reused' })
    const again = retryWithoutWriting(tx, handle)
    return again && !again.ok ? again : refuse({ reason: 'guard-refused' })
  }
}

const GUARD_REFUSES = new Set<string>(['overbooked', 'still-out', 'still-promised', 'known-id', 'guarded'])

/** Runs the handler again only for its answer; everything it writes is rolled back. */
function retryWithoutWriting<Result extends NoPromise>(
  tx: WriteTx,
  handle: () => Result,
): Result | undefined {
  try {
    return inSavepoint(tx, handle, () => false)
  } catch (error) {
    if (!tx.$client.inTransaction || storageTrouble(error) === undefined) throw error
    return undefined
  }
}

/** Checks the rights again, inside the transaction that acts: they may have changed since the call arrived. */
function checkRights(tx: WriteTx, command: string, actor: Actor): Error | undefined {
  const needed = CALL_FACTS.get(command)?.right
  if (needed === 'anyone' || actor.id === SYSTEM.id) return undefined
  const role = readActiveRole(tx, actor.id)
  if (!role) return new NotSignedIn()
  return needed !== undefined && may(role, needed) ? undefined : new Forbidden(needed)
}

function contextFor(
  tx: WriteTx,
  office: Office,
  { actor, command: { name }, args: { commandId } }: AnyGivenCommand,
): CommandContext {
  const nowMs = office.clock.nowMs()
  const settings = settingsNow(tx)
  let calendar: OpenCalendar | undefined
  return {
    tx,
    actor,
    nowMs,
    commandId,
    settings,
    // Made when it is needed, so that a time zone that nobody knows can be corrected.
    get calendar() {
      calendar ??= openCalendar(tx, settings)
      return calendar
    },
    ids: office.ids,
    record(entry) {
      const { version, was, ...row } = entry
      const { entity, entityId } = entry
      insertChange(tx, entity, entityId, version)
      // Of a record that is added, the history says enough. Its step is kept when it is undone.
      if (was && howUndone(name) === 'restore') {
        insertStep(tx, { entity, entityId, version, commandId, was })
      }
      appendHistory(tx, {
        ...row,
        atMs: nowMs,
        userId: userIdOf(actor),
        userName: actor.name,
        commandId,
        action: name,
      })
    },
    asSystem: action =>
      contextFor(tx, office, { actor: SYSTEM, command: { name: action }, args: { commandId } }),
  }
}

/** The program itself: upkeep, first run, password reset. */
export const SYSTEM: Actor = { id: '', name: 'system', role: 'admin' satisfies Role }

function userIdOf(actor: Actor): string | null {
  return actor.id === SYSTEM.id ? null : actor.id
}
