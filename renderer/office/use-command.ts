import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { sayTrouble } from '../words/trouble.ts'
import { type CommandName, callOffice, type InputOf, type OutputOf } from './calls-by-name.ts'
import { noteTrouble } from './query-client.ts'
import { answerUnknown } from './what-went-wrong.ts'

type ArgsOf<Name extends CommandName> = Omit<InputOf<Name>, 'commandId'>

export type Command<Name extends CommandName> = {
  /**
   * Sends the command. Gives its outcome, refusals included; `undefined` when there was no answer or an error, which
   * has then been said in a sentence on the screen. Nothing that was typed is lost either way.
   */
  run: (args: ArgsOf<Name>) => Promise<OutputOf<Name> | undefined>
  busy: boolean
}

/**
 * A new commandId for each press once an answer came back. Only while the answer is unknown does the next press of the
 * same thing carry the same id, so that what was booked before the cable was pulled is not booked twice.
 */
export function useCommand<Name extends CommandName>(name: Name): Command<Name> {
  const [busy, setBusy] = useState(false)
  const unanswered = useRef<{ commandId: string; args: string } | null>(null)

  async function run(args: ArgsOf<Name>) {
    const fingerprint = JSON.stringify(args)
    const repeated = unanswered.current?.args === fingerprint ? unanswered.current.commandId : undefined
    const commandId = repeated ?? uuidv7()
    unanswered.current = { commandId, args: fingerprint }
    setBusy(true)
    try {
      const outcome = await callOffice(name, { ...args, commandId } as InputOf<Name>)
      unanswered.current = null
      return outcome
    } catch (error) {
      if (!answerUnknown(error)) unanswered.current = null
      noteTrouble(error)
      sayTrouble(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}
