import { Anchor, Text } from '@mantine/core'
import { type MaintenanceState, stateOf } from '#booking/maintenance/kinds'
import type { MaintenanceRow } from '#calls/maintenance'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { CountedPhotos } from '../parts/photos/photo-thumbs.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'
import { hasBegun } from './has-begun.ts'
import { RepairActions } from './repair-actions.tsx'
import { useExpectedEnd } from './repair-in-words.ts'

type MaintenanceRowsProps = {
  rows: readonly MaintenanceRow[]
  /** The state that all of them have. */
  state: MaintenanceState
  mayPlan: boolean
}

export function MaintenanceRows({ rows, state, mayPlan }: MaintenanceRowsProps) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const heads = [
    say('when'),
    say('machine'),
    say('kind'),
    { head: work('technician'), leaves: 'next' as const },
    { head: say('note'), leaves: 'first' as const },
  ]
  const withActions = mayPlan || rows.some(row => row.openEnded)
  const isOver = state === 'finished' || state === 'cancelled'
  return (
    <RecordTable
      caption={say('title')}
      heads={[...heads, work('cost'), ...(isOver || !withActions ? [] : [''])]}
    >
      {rows.map(row => (
        <Row key={row.id} row={row} mayPlan={mayPlan} withActions={withActions && !isOver} />
      ))}
    </RecordTable>
  )
}

type RowProps = { row: MaintenanceRow; mayPlan: boolean; withActions: boolean }

function Row({ row, mayPlan, withActions }: RowProps) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const kind = useWords(maintenanceKindWords)
  const format = useFormat()
  const place = usePlace()
  return (
    <tr>
      <Cell label={say('when')}>
        <When row={row} />
      </Cell>
      <Cell label={say('machine')} shape="name">
        <Anchor size="sm" href={hrefOfRecord('maintenance', row.id, place)}>
          {row.machineName}
        </Anchor>
      </Cell>
      <Cell label={say('kind')}>
        {kind(row.kind)}
        <Unreadable row={row} />
      </Cell>
      <Cell label={work('technician')} leaves="next">
        {row.technician}
      </Cell>
      <Cell label={say('note')} shape="sentence" leaves="first">
        {row.workDone || row.note} <CountedPhotos hashes={row.photos} />
      </Cell>
      <Cell label={work('cost')} shape="fixed">
        {row.costCentavos > 0 ? format.money(row.costCentavos) : null}
      </Cell>
      {withActions ? (
        <Cell>
          <RepairActions row={row} mayEnd={mayPlan} />
        </Cell>
      ) : null}
    </tr>
  )
}

/** For when it is planned; then since when it is under way, whether it is past its end, and when it was finished. */
function When({ row }: { row: MaintenanceRow }) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const format = useFormat()
  const expectedEnd = useExpectedEnd()
  const { status, openEnded, startedMs, finishedMs } = row
  const state = stateOf(row)
  const lasts = status === 'planned' && openEnded
  const also = [
    startedMs !== null && state === 'under-way' ? work('startWas', { when: format.instant(startedMs) }) : '',
    lasts ? expectedEnd(row) : '',
    !lasts && status === 'planned' && hasBegun(row) ? say(row.endMs <= Date.now() ? 'late' : 'now') : '',
    finishedMs !== null ? work('finishWas', { when: format.instant(finishedMs) }) : '',
  ].filter(Boolean)
  return (
    <>
      {lasts ? say('sinceUntil', { since: format.instant(row.startMs) }) : format.period(row.period)}
      {also.length > 0 ? (
        <Text size="sm" c="dimmed">
          {also.join(' · ')}
        </Text>
      ) : null}
    </>
  )
}
