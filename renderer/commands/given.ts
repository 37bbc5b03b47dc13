import type { CommandName } from '../service/calls-by-name.ts'

/** A command that was sent. */
export type Given = { readonly name: CommandName; readonly commandId: string }

const givenFor = new WeakMap<object, Given>()

/** Remembers which command an answer is for, so that what was done can be undone by its id. */
export function rememberGiven(answer: object, given: Given): void {
  givenFor.set(answer, given)
}

/** The command that this very answer is for; undefined if no command of this window got it. */
export function commandOf(answer: object): Given | undefined {
  return givenFor.get(answer)
}
