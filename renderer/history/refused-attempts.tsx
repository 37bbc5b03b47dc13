import { Anchor } from '@mantine/core'
import { hrefOf } from '../navigation.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { historyWords } from '../words/history/screen.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { useHistoryInWords } from './in-words.ts'

/** Refused attempts, with the sentence that the user was shown. */
export function RefusedAttempts() {
  const say = useWords(historyWords)
  const inWords = useHistoryInWords()
  const format = useFormat()
  const answer = usePages('history.refused', {})
  return (
    <Paged
      answer={answer}
      rowsOf={page => page.attempts}
      empty={
        <Empty
          sentence={say('noneRefused')}
          action={<Anchor href={hrefOf('calendar')}>{say('emptyAction')}</Anchor>}
        />
      }
    >
      {attempts => (
        <RecordTable
          caption={say('refused')}
          heads={[say('when'), say('who'), say('what'), say('which'), say('why')]}
        >
          {attempts.map(attempt => (
            <tr key={attempt.commandId}>
              <Cell label={say('when')} shape="fixed">
                {format.instant(attempt.atMs)}
              </Cell>
              <Cell label={say('who')} shape="name">
                {inWords.who(attempt.userName)}
              </Cell>
              <Cell label={say('what')} shape="name">
                {inWords.tried(attempt.action)}
              </Cell>
              <Cell label={say('which')} shape="name">
                {attempt.title}
                {attempt.period ? <div>{format.period(attempt.period)}</div> : null}
              </Cell>
              <Cell label={say('why')} shape="sentence">
                {refusalSentence(attempt.refusal, format)}
              </Cell>
            </tr>
          ))}
        </RecordTable>
      )}
    </Paged>
  )
}
