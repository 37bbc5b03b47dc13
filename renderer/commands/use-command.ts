import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { type CommandName, callOffice, type InputOf, type OutputOf } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { answerUnknown } from '../service/what-went-wrong.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { commandIds } from './command-ids.ts'
import { rememberGiven } from './given.ts'

/** The input of a command, without its id. */
export type ArgsOf<Name extends CommandName> = Omit<InputOf<Name>, 'commandId'>

export type Command<Name extends CommandName> = {
  /**
   * Sends the command. Returns its outcome, which may be a refusal, or `undefined` if there was no answer or an
   * error. The error has then been shown to the person. Nothing that was typed is lost.
   */
  run: (args: ArgsOf<Name>) => Promise<OutputOf<Name> | undefined>
  busy: boolean
}

/** Sends a command by its name. Each press gets its id from `commandIds`. */
export function useCommand<Name extends CommandName>(name: Name): Command<Name> {
  const [busy, setBusy] = useState(false)
  const [ids] = useState(() => commandIds(uuidv7))

  async function run(args: ArgsOf<Name>) {
    setBusy(true)
    try {
      const commandId = ids.idFor(args)
      const outcome = await callOffice(name, { ...args, commandId } as InputOf<Name>)
      ids.answered()
      if (typeof outcome === 'object' && outcome !== null) rememberGiven(outcome, { name, commandId })
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
