import { refuse } from '#booking/refusal'
import type { CallName, CommandName, InputOf, OutputOf } from '#calls/contract'
import { type Office, settingsNow } from '../office.ts'
import type { Asking } from './asking.ts'
import { type Actor, type Command, idIn, type No } from './command.ts'
import { NotSignedIn } from './errors.ts'
import type { AnyRecordKind, Look } from './record.ts'
import { runCommand } from './run-command.ts'

/** A call of the table with the function that answers it. */
export type OfficeCall<Name extends CallName> = {
  readonly name: Name
  /** The kind of the existing record that the call's command changes. */
  readonly on?: AnyRecordKind
  answer(asking: Asking, input: InputOf<Name>, signal?: AbortSignal): Promise<AnswerOf<Name>> | AnswerOf<Name>
}

/** A stream is answered by a generator of its events. */
type AnswerOf<Name extends CallName> =
  OutputOf<Name> extends AsyncIterator<infer Event> ? AsyncGenerator<Event, void, void> : OutputOf<Name>

/**
 * Ties a function to the call that it answers.
 * @param on for a command on an existing record: its kind, as the command says it
 */
export function call<const Name extends CallName>(
  name: Name,
  answer: OfficeCall<Name>['answer'],
  on?: AnyRecordKind,
): OfficeCall<Name> {
  return on ? { name, answer, on } : { name, answer }
}

/** A question that takes long: a person has two of them at the same time, and everybody else is served in between. */
export function longQuestion<const Name extends CallName>(
  name: Name,
  answer: (asking: Asking, input: InputOf<Name>) => Promise<OutputOf<Name>> | OutputOf<Name>,
): OfficeCall<Name> {
  const inTurn = (asking: Asking, input: InputOf<Name>) =>
    asking.turns.take(userOf(asking).id, () => answer(asking, input))
  return call(name, inTurn as unknown as OfficeCall<Name>['answer'])
}

/** A call whose input is the command's arguments, unchanged. */
export function commandCall<const Name extends CommandName, Yes, Current extends { version: number } = never>(
  command: Command<Name, InputOf<Name>, Yes, Current> & AnsweringAs<Name, Yes, Current>,
): OfficeCall<Name> {
  return call(
    command.name as Name,
    async (asking, input) => {
      const { commandId } = input as { commandId: string }
      return (await give(asking, command, { ...input, commandId })) as AnswerOf<Name>
    },
    command.on,
  )
}

/** Does not compile if the command's answer differs from the one declared for its call. */
type AnsweringAs<Name extends CommandName, Yes, Current extends { version: number }> =
  Given<Yes, Current> extends OutputOf<Name> ? unknown : 'its answers are not those of its call'

/** The user who is signed in. The router lets nobody else through. */
export function userOf(asking: Asking): Actor {
  if (!asking.user) throw new NotSignedIn()
  return asking.user
}

/** What showing a record depends on, now. */
export function lookOf(office: Office): Look {
  const { db } = office.file
  return { db, nowMs: office.clock.nowMs(), settings: settingsNow(db) }
}

type Given<Yes, Current> = ({ ok: true } & Yes) | (No & { current?: Current })

/**
 * Runs a person's command under the law of commands. A refusal about an existing record includes that record as it
 * is now, so that the window can show what changed.
 * @param args the input without secrets: it is kept with the command
 */
export async function give<
  Args extends { commandId: string },
  Yes,
  Current extends { version: number } = never,
>(
  asking: Asking,
  command: Command<CommandName, Args, Yes, Current>,
  args: NoInfer<Args>,
): Promise<Given<Yes, Current>> {
  const actor = userOf(asking)
  const retryAfterMs = asking.rateLimit.waitMs(actor.id)
  if (retryAfterMs > 0) return refuse({ reason: 'busy', retryAfterMs })
  const answer = await runCommand(asking.office, { command, args, actor })
  if (answer.ok || !command.on) return answer
  const current = command.on.shown(lookOf(asking.office), idIn(command.on, args))
  return current === undefined ? answer : { ...answer, current }
}
