import { Paper, Text } from '@mantine/core'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { papersInWords, paperWords } from '../words/papers/papers.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

/** At a hand-over, before it is tried: which papers of the machine have expired, and whether it can go out with them. */
export function ExpiredPapers({ machineId }: { machineId: string }) {
  const say = useWords(paperWords)
  const format = useFormat()
  const answer = useCall('papers.ofMachine', { machineId }).data
  const papers = (answer?.papers ?? []).flatMap(({ state, kind, title, expires }) =>
    state === 'expired' && expires !== null ? [{ kind, title, expires }] : [],
  )
  const machineName = answer?.papers[0]?.machineName ?? ''
  if (papers.length === 0) return null
  return (
    <Paper p="sm" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)" role="status">
      <Text size="sm">
        {answer?.refuse
          ? refusalSentence({ reason: 'papers-expired', machineName, papers }, format)
          : say('expiredAtHandOver', { papers: papersInWords(papers, format) })}
      </Text>
    </Paper>
  )
}
