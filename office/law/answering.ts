import { refuse } from '#booking/refusal'
import type { CallName, CommandName, InputOf, OutputOf } from '#calls/contract'
import { type Office, settingsNow } from '../office.ts'
import type { Asking } from './asking.ts'
import { type Actor, type Command, type CommandWith, idIn, type No } from './command.ts'
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

/** The calls that are no commands. */
type OtherCallName = Exclude<CallName, CommandName>

/** Ties a function to the call that it answers. A command's call takes its name from the command instead. */
export function call<const Name extends OtherCallName>(
  name: Name,
  answer: OfficeCall<Name>['answer'],
): OfficeCall<Name> {
  return { name, answer }
}

/** A question that takes long: a person has two of them at the same time, and everybody else is served in between. */
export function longQuestion<const Name extends OtherCallName>(
  name: Name,
  answer: (asking: Asking, input: InputOf<Name>) => Promise<OutputOf<Name>> | OutputOf<Name>,
): OfficeCall<Name> {
  const inTurn = (asking: Asking, input: InputOf<Name>) =>
    asking.turns.take(userOf(asking).id, () => answer(asking, input))
  return call(name, inTurn as unknown as OfficeCall<Name>['answer'])
}

/**
 * A call whose input is the command's arguments, unchanged.
 * @param after adds to the answer what is not kept with the command
 */
export function commandCall<Name extends CommandName, Yes, Current extends { version: number } = never>(
  command: Command<Name, InputOf<Name>, Yes, Current> & AnsweringAs<Name, Yes, Current>,
  after?: (
    asking: Asking,
    input: InputOf<NoInfer<Name>>,
    answer: Outcome<NoInfer<Yes>, NoInfer<Current>>,
  ) => OutputOf<NoInfer<Name>>,
): OfficeCall<Name> {
  return {
    ...named(command),
    async answer(asking, input) {
      const { commandId } = input as { commandId: string }
      const answer = await give(asking, command, { ...input, commandId })
      return (after ? after(asking, input, answer) : answer) as AnswerOf<Name>
    },
  }
}

/**
 * A call that makes its command from the input, such as one with a password, which is hashed and not kept.
 * @param answer gets a function that gives this command, and no other
 * @param as who gives the command, if it is not the person who is signed in
 */
export function commandCallWith<
  Name extends CommandName,
  More extends readonly unknown[],
  Args extends { commandId: string },
  Yes,
  Current extends { version: number } = never,
>(
  command: CommandWith<Name, More, Args, Yes, Current>,
  answer: (
    asking: Asking,
    input: InputOf<NoInfer<Name>>,
    giveIt: Give<NoInfer<Name>, NoInfer<Args>, NoInfer<Yes>, NoInfer<Current>>,
  ) => Promise<OutputOf<NoInfer<Name>>>,
  as?: Actor,
): OfficeCall<Name> {
  return {
    ...named(command),
    answer: (asking, input) =>
      answer(asking, input, (made, args) => give(asking, made, args, as)) as Promise<AnswerOf<Name>>,
  }
}

/** Gives a command of this name. */
type Give<Name extends CommandName, Args, Yes, Current extends { version: number }> = (
  command: Command<Name, Args, Yes, Current>,
  args: Args,
) => Promise<Outcome<Yes, Current>>

/** What gives the commands that this one makes. */
export type GiveFor<Made> =
  Made extends CommandWith<infer Name extends CommandName, infer _, infer Args, infer Yes, infer Current>
    ? Give<Name, Args, Yes, Current>
    : never

function named<Name extends CommandName>({ name, on }: { name: Name; on?: AnyRecordKind }) {
  return on ? { name, on } : { name }
}

/** Does not compile if the command's answer differs from the one declared for its call. */
type AnsweringAs<Name extends CommandName, Yes, Current extends { version: number }> =
  Outcome<Yes, Current> extends OutputOf<Name> ? unknown : 'its answers are not those of its call'

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

/** What a command came to, as its call answers it. */
type Outcome<Yes, Current> = ({ ok: true } & Yes) | (No & { current?: Current })

/**
 * Runs a command under the law of commands. A refusal about an existing record includes that record as it
 * is now, so that the window can show what changed.
 * @param args the input without secrets: it is kept with the command
 */
async function give<Args extends { commandId: string }, Yes, Current extends { version: number } = never>(
  asking: Asking,
  command: Command<CommandName, Args, Yes, Current>,
  args: NoInfer<Args>,
  as?: Actor,
): Promise<Outcome<Yes, Current>> {
  const actor = as ?? userOf(asking)
  const retryAfterMs = as ? 0 : asking.rateLimit.waitMs(actor.id)
  if (retryAfterMs > 0) return refuse({ reason: 'busy', retryAfterMs })
  const answer = await runCommand(asking.office, { command, args, actor })
  if (answer.ok || !command.on) return answer
  const { on } = command
  const look = lookOf(asking.office)
  const shown = on.shown(look, idIn(on, args))
  const current = shown && on.seenBy ? on.seenBy(look, shown, actor) : shown
  return current === undefined ? answer : { ...answer, current }
}
