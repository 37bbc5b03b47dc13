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

/** The papers that say otherwise once the step is undone. */
export function Printed({ step: { printed } }: { step: Step }) {
  const say = useWords(undoWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  return printed.map(({ paper, atMs, byName }) => (
    <Text key={paper} size="sm" c="var(--araro-warn-text)">
      {say(SAYS[paper], { when: format.instant(atMs), who: who(byName) })}
    </Text>
  ))
}
