import { Button, Group, Text } from '@mantine/core'
import { howUndone } from '#calls/how-undone'
import { type Looks, tell } from '../messages/tell.ts'
import { openUndo } from '../undo-open.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'
import type { Said } from './acting.ts'
import { commandOf } from './given.ts'
import { useUndo } from './use-undo.ts'

/** Long enough to see that it was a mistake. */
const SHOWN_FOR_MS = 12_000

/**
 * Says in a message what a command did, with a button that undoes it if it can be undone.
 * @param answer the command's own answer
 */
export function tellDone(said: Said, answer: object, looks: Looks = {}): void {
  const given = commandOf(answer)
  if (!given || howUndone(given.name) !== 'restore') {
    tell(said, looks)
    return
  }
  const { commandId } = given
  tell(said, { autoClose: SHOWN_FOR_MS, ...looks }, (sentence, count) => (
    <Done said={sentence} of={count === 1 ? [commandId] : null} />
  ))
}

/**
 * Says in a message what several commands did that were given in one press, with a button that undoes them all.
 * @param summary also says what was refused
 * @param said what was done
 */
export function tellSeveralDone(summary: string, said: string, answers: readonly object[]): void {
  const of = answers.flatMap(answer => commandOf(answer)?.commandId ?? [])
  tell(summary, { autoClose: SHOWN_FOR_MS }, () => <Done shown={summary} said={said} of={of} />)
}

/** @param of the commands that the button undoes; null if several presses are told of, among which the person chooses */
function Done({ said, of, shown = said }: { said: string; of: readonly string[] | null; shown?: string }) {
  const say = useWords(undoWords)
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm">{shown}</Text>
      {of ? (
        <UndoButton of={of} said={said} />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
          onClick={() => openUndo('list')}
        >
          {say('mySteps')}
        </Button>
      )}
    </Group>
  )
}

function UndoButton({ of, said }: { of: readonly string[]; said: string }) {
  const say = useWords(undoWords)
  const { undo, busy } = useUndo()
  return (
    <Button
      size="compact-sm"
      variant="default"
      style={{ flexShrink: 0 }}
      loading={busy}
      onClick={() => void undo(of, said)}
      title={`${say('undo')} (Ctrl + Z)`}
    >
      {say('undo')}
    </Button>
  )
}
