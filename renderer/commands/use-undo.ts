import { tell } from '../messages/tell.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** Undoes own steps of the person, and says in a message what became of them. */
export function useUndo() {
  const say = useWords(undoWords)
  const format = useFormat()
  const command = useCommand('undo.last')

  /**
   * @param of the command that is undone, or several, the last of which is undone first
   * @param said what they did, in words
   * @param again the command is itself an undo, so that the step is done again
   * @returns whether all were undone; those that were stay so
   */
  async function undo(of: string | readonly string[], said: string, again = false): Promise<boolean> {
    for (const one of [of].flat().reverse()) {
      const answer = await command.run({ of: one })
      if (!answer) return false
      if (answer.ok) continue
      const title = say('notUndone')
      tell(refusalSentence(answer.refusal, format), { color: 'red', autoClose: false, title })
      return false
    }
    tell(say(again ? 'doneAgain' : 'undone', { said }))
    return true
  }
  return { undo, busy: command.busy }
}
