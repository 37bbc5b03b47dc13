import { tell } from '../messages/tell.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** Undoes one of the person's own steps, and says in a message what became of it. */
export function useUndo() {
  const say = useWords(undoWords)
  const format = useFormat()
  const command = useCommand('undo.last')

  /**
   * @param of the command that is undone
   * @param said what it did, in words
   * @param again the command is itself an undo, so that the step is done again
   * @returns whether it was undone
   */
  async function undo(of: string, said: string, again = false): Promise<boolean> {
    const answer = await command.run({ of })
    if (!answer) return false
    if (answer.ok) tell(say(again ? 'doneAgain' : 'undone', { said }))
    else {
      const title = say('notUndone')
      tell(refusalSentence(answer.refusal, format), { color: 'red', autoClose: false, title })
    }
    return answer.ok
  }
  return { undo, busy: command.busy }
}
