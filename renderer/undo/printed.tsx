import { Text } from '@mantine/core'
import type { Step } from '#calls/undo'
import { useHistoryInWords } from '../history/in-words.ts'
import { useFormat } from '../words/format.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'

const SAYS = {
  slip: 'printedSlip',
  'day-sheet': 'printedDaySheet',
  'waiting-list': 'printedWaitingList',
} as const

/** What was printed and says otherwise once the step is undone. */
export function Printed({ step: { printed } }: { step: Step }) {
  const say = useWords(undoWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  return printed.map(({ kind, atMs, byName }) => (
    <Text key={kind} size="sm" c="var(--araro-warn-text)">
      {say(SAYS[kind], { when: format.instant(atMs), who: who(byName) })}
    </Text>
  ))
}
