import { Anchor, Stack, Text } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { PaperRow } from '#calls/papers'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { PaperHead } from '../parts/paper/paper-head.tsx'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { paperInWords, paperWords } from '../words/papers/papers.ts'
import { useWords } from '../words/words.ts'
import { PaperStateText } from './paper-state.tsx'
import './papers-print.css'

/** The papers of all machines by their expiry; it prints as a list. */
export function PapersPanel() {
  const say = useWords(paperWords)
  const answer = usePages('papers.list', {})
  return (
    <Paged answer={answer} rowsOf={page => page.papers} empty={<Empty sentence={say('noneAtAll')} />}>
      {rows => (
        <Stack gap="xs">
          <div>
            <Anchor component="button" type="button" size="sm" onClick={printPapers}>
              {say('print')}
            </Anchor>
          </div>
          <List rows={rows} />
          {createPortal(
            <article className="araro-papers" aria-hidden>
              <PaperHead />
              <h1>{say('byExpiry')}</h1>
              <List rows={rows} />
            </article>,
            document.body,
          )}
        </Stack>
      )}
    </Paged>
  )
}

/** Prints the list alone; whatever else is printed later is printed as usual. */
function printPapers(): void {
  const { dataset } = document.documentElement
  dataset['prints'] = 'papers'
  window.addEventListener('afterprint', () => delete dataset['prints'], { once: true })
  window.print()
}

function List({ rows }: { rows: readonly PaperRow[] }) {
  const say = useWords(paperWords)
  const format = useFormat()
  return (
    <RecordTable
      caption={say('byExpiry')}
      heads={[say('expires'), say('machine'), say('kind'), say('number'), say('issuedBy')]}
    >
      {rows.map(paper => (
        <tr key={paper.id}>
          <Cell label={say('expires')}>
            <PaperStateText paper={paper} />
          </Cell>
          <Cell label={say('machine')} shape="name">
            <RecordLink entity="machine" id={paper.machineId}>
              {paper.machineName}
            </RecordLink>
          </Cell>
          <Cell label={say('kind')}>{paperInWords(paper, format)}</Cell>
          <Cell label={say('number')}>
            <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
              {paper.number}
            </Text>
          </Cell>
          <Cell label={say('issuedBy')}>{paper.issuedBy}</Cell>
        </tr>
      ))}
    </RecordTable>
  )
}
