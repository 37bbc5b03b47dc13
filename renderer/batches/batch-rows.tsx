import { Anchor, Text } from '@mantine/core'
import type { BatchRow } from '#calls/batches'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { BatchBadge } from './batch-badge.tsx'
import { LoadBar } from './load-bar.tsx'

type BatchRowsProps = { batches: readonly BatchRow[]; onShow: (batchId: string) => void }

export function BatchRows({ batches, onShow }: BatchRowsProps) {
  const say = useWords(batchWords)
  const heads = [say('when'), say('machine'), say('load'), say('state')]
  return (
    <RecordTable caption={say('title')} heads={heads}>
      {batches.map(batch => (
        <Row key={batch.id} batch={batch} onShow={onShow} />
      ))}
    </RecordTable>
  )
}

function Row({ batch, onShow }: { batch: BatchRow; onShow: (batchId: string) => void }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const place = usePlace()
  const { id, machineName, period, shares, weighed, openEnded } = batch
  const said = [
    openEnded ? say('openEndedIs') : '',
    shares > 0 ? say('weighedOf', { weighed: format.number(weighed), shares: format.number(shares) }) : '',
  ]
  return (
    <tr className="araro-row">
      <Cell label={say('when')}>{format.period(period)}</Cell>
      <Cell label={say('machine')} shape="name">
        <Anchor
          className="araro-row-link"
          size="sm"
          fw={600}
          href={hrefOfRecord('batch', id, place)}
          onClick={event => {
            event.preventDefault()
            onShow(id)
          }}
        >
          {machineName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {said.filter(Boolean).join(' · ')}
        </Text>
      </Cell>
      <Cell label={say('load')}>
        <LoadBar batch={batch} />
      </Cell>
      <Cell label={say('state')}>
        <BatchBadge state={batch.state} />
      </Cell>
    </tr>
  )
}
