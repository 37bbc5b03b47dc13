import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { sayTrouble } from '../words/parts/trouble.ts'
import { type CommandName, callOffice, type InputOf, type OutputOf } from './calls-by-name.ts'
import { commandIds } from './command-ids.ts'
import { noteTrouble } from './query-client.ts'
import { answerUnknown } from './what-went-wrong.ts'

/** What a command takes, except for its id. */
export type ArgsOf<Name extends CommandName> = Omit<InputOf<Name>, 'commandId'>

export type Command<Name extends CommandName> = {
  /**
   * Sends the command. Gives its outcome, refusals included; `undefined` when there was no answer or an error, which
   * has then been said in a sentence on the screen. Nothing that was typed is lost either way.
   */
  run: (args: ArgsOf<Name>) => Promise<OutputOf<Name> | undefined>
  busy: boolean
}

/** Commands by name, each press with the right id: see `commandIds`. */
export function useCommand<Name extends CommandName>(name: Name): Command<Name> {
  const [busy, setBusy] = useState(false)
  const [ids] = useState(() => commandIds(uuidv7))

  async function run(args: ArgsOf<Name>) {
    setBusy(true)
    try {
      const outcome = await callOffice(name, { ...args, commandId: ids.idFor(args) } as InputOf<Name>)
      ids.answered()
      return outcome
    } catch (error) {
      if (!answerUnknown(error)) ids.answered()
      noteTrouble(error)
      sayTrouble(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}
