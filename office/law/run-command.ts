import { hash } from 'node:crypto'
import { refuse } from '#booking/refusal'
import { hasRights, type Role } from '#booking/users/roles'
import type { CallName } from '#calls/contract'
import { RIGHTS } from '#calls/roles'
import { canonicalJson } from '#db/canonical-json'
import type { WriteTx } from '#db/file'
import { readCommand } from '#db/read/history'
import { readSettings } from '#db/read/settings'
import { readActiveRole } from '#db/read/users'
import { storageTrouble } from '#db/storage-errors'
import { inSavepoint, type NoPromise } from '#db/transaction'
import { appendHistory, insertChange, insertCommand } from '#db/write/history'
import type { Office } from '../office.ts'
import { calendarOf } from '../settings/time-zone.ts'
import type { Actor, Answer, CommandContext, Handler } from './command.ts'
import { Forbidden, NotSignedIn } from './errors.ts'
import { writtenOrBusy } from './write-queue.ts'

export type Command<Args> = {
  readonly name: CallName
  readonly commandId: string
  /** As they came, without secrets: they are kept with the command. */
  readonly args: Args
  readonly actor: Actor
}

type Done<Yes> = { answer: ({ ok: true } & Yes) | Exclude<Answer, { ok: true }> } | { thrown: Error }

/**
 * The law of a command (docs/architecture.md). In one transaction on the one queue: known id? rights?
 * handler in a savepoint; its outcome outside of it, so that a refusal is kept though its effects are not.
 * @returns the handler's answer, or the first answer again when the same command comes again
 * @throws NotSignedIn, Forbidden; SQLite's errors; whatever bug a handler has
 */
export async function runCommand<Args extends object, Yes>(
  office: Office,
  command: Command<Args>,
  handler: Handler<Args, Yes>,
): Promise<({ ok: true } & Yes) | Exclude<Answer, { ok: true }>> {
  const fingerprint = hash('sha256', canonicalJson([command.commandId, command.name, command.args]))
  const write = office.queue.write(tx =>
    runInTransaction<Args, Yes>(tx, office, command, fingerprint, handler),
  )
  const done = await writtenOrBusy(write)
  if ('ok' in done) return done
  if ('thrown' in done) throw done.thrown
  return done.answer
}

function runInTransaction<Args extends object, Yes>(
  tx: WriteTx,
  office: Office,
  command: Command<Args>,
  fingerprint: string,
  handler: Handler<Args, Yes>,
): Done<Yes> {
  const known = readCommand(tx, command.commandId)
  if (known) {
    const same = known.fingerprint === fingerprint && known.userId === userIdOf(command.actor)
    return { answer: same ? JSON.parse(known.outcome) : refuse({ reason: 'command-reused' }) }
  }
  const rights = checkRights(tx, command)
  if (rights) return { thrown: rights }
  const context = contextFor(tx, office, command)
  const answer = decideAndRecord(tx, office, command, () => handler(context, command.args))
  insertCommand(tx, {
    commandId: command.commandId,
    name: command.name,
    args: JSON.stringify(command.args),
    fingerprint,
    userId: userIdOf(command.actor),
    atMs: context.nowMs,
    ok: answer.ok,
    outcome: JSON.stringify(answer),
  })
  return { answer }
}

/** The handler in its savepoint; an abort by the guard after the rules said yes becomes a refusal, and is logged. */
function decideAndRecord<Yes>(
  tx: WriteTx,
  office: Office,
  command: Command<object>,
  handle: () => ReturnType<Handler<object, Yes>>,
): ReturnType<Handler<object, Yes>> {
  try {
    return inSavepoint(tx, handle, answer => answer.ok)
  } catch (error) {
    const trouble = storageTrouble(error)
    if (!tx.$client.inTransaction || !GUARD_REFUSES.has(trouble ?? '')) throw error
    // The rules and the guard disagree: a defect of ours, but never a promise given twice.
    office.log.error(
      { err: error, command: command.name, commandId: command.commandId },
      'the guard refused what the rules allowed',
    )
    // Somebody wrote a row with SQL under the very id that this command would give its own.
    if (trouble === 'known-id') return refuse({ reason: 'command-reused' })
    const again = retryWithoutWriting(tx, handle)
    return again && !again.ok ? again : refuse({ reason: 'guard-refused' })
  }
}

const GUARD_REFUSES = new Set<string>(['overbooked', 'still-out', 'still-promised', 'known-id', 'guarded'])

/** Reads the facts once more; whatever it would write is taken back. */
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

/** Whether the person may still do this now, in the transaction that does it. */
function checkRights(tx: WriteTx, command: Command<object>): Error | undefined {
  const needed = RIGHTS[command.name]
  if (needed === 'anyone' || command.actor.id === SYSTEM.id) return undefined
  const role = readActiveRole(tx, command.actor.id)
  if (!role) return new NotSignedIn()
  return hasRights(role, needed) ? undefined : new Forbidden(needed)
}

function contextFor(tx: WriteTx, office: Office, command: Command<object>): CommandContext {
  const { actor, commandId, name } = command
  const nowMs = office.clock.nowMs()
  const settings = readSettings(tx) ?? office.unsetSettings
  return {
    tx,
    actor,
    nowMs,
    commandId,
    settings,
    calendar: calendarOf(settings.office.timeZone),
    ids: office.ids,
    record(entry) {
      const { version, ...row } = entry
      insertChange(tx, entry.entity, entry.entityId, version)
      appendHistory(tx, {
        ...row,
        atMs: nowMs,
        userId: userIdOf(actor),
        userName: actor.name,
        commandId,
        action: name,
      })
    },
  }
}

/** The program itself: upkeep, the first run, the way back in. */
export const SYSTEM: Actor = { id: '', name: 'system', role: 'admin' satisfies Role }

function userIdOf(actor: Actor): string | null {
  return actor.id === SYSTEM.id ? null : actor.id
}
