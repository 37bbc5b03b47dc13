import type { CommandContext } from '../law/command.ts'
import { goOn } from './offering.ts'

/** Says of a command that it may free time: it is offered, in the same transaction, to whoever waits for it. */
export function freesTime<One extends object>(
  one: One,
): One & { readonly after: (context: CommandContext) => unknown } {
  return { ...one, after: goOn }
}
