import { Text } from '@mantine/core'
import type { PaperState } from '#booking/papers/papers'
import type { PaperRow } from '#calls/papers'
import { useFormat } from '../words/format.ts'
import { paperStateWords, paperWords } from '../words/papers/papers.ts'
import { useWords } from '../words/words.ts'

const COLOUR: { readonly [S in PaperState]?: string } = {
  expired: 'var(--mantine-color-error)',
  expiring: 'var(--araro-warn-text)',
}

/** How a paper stands, and until when: "Expires soon, 4 Dec 2026". */
export function PaperStateText({
  paper: { state, expires },
}: {
  paper: Pick<PaperRow, 'state' | 'expires'>
}) {
  const say = useWords(paperWords)
  const states = useWords(paperStateWords)
  const format = useFormat()
  const colour = COLOUR[state]
  return (
    <Text span size="sm" {...(colour && { c: colour, fw: 600 })}>
      {states(state)}, {expires === null ? say('noExpiry') : format.fullDay(expires)}
    </Text>
  )
}
