import { Anchor, Text } from '@mantine/core'
import type { MaintenanceRow } from '#calls/maintenance'
import { showInCalendar } from '../calendar/show-in-calendar.ts'
import { useHistoryInWords } from '../history/in-words.ts'
import { hrefOf } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { CountedPhotos } from '../parts/photos/photo-thumbs.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'
import { hasBegun, RepairActions } from './repair-actions.tsx'
import { useExpectedEnd } from './repair-in-words.ts'

export function MaintenanceRows({ rows, mayPlan }: { rows: readonly MaintenanceRow[]; mayPlan: boolean }) {
  const say = useWords(maintenanceWords)
  const heads = [
    say('when'),
    say('machine'),
    say('kind'),
    say('note'),
    { head: say('by'), leaves: 'first' as const },
  ]
  const status = rows[0]?.status
  const withActions = mayPlan || rows.some(row => row.openEnded)
  const last = status === 'finished' ? [say('finishedAt')] : status === 'planned' && withActions ? [''] : []
  return (
    <RecordTable caption={say('title')} heads={[...heads, ...last]}>
      {rows.map(row => (
        <Row key={row.id} row={row} mayPlan={mayPlan} withActions={withActions} />
      ))}
    </RecordTable>
  )
}

type RowProps = { row: MaintenanceRow; mayPlan: boolean; withActions: boolean }

function Row({ row, mayPlan, withActions }: RowProps) {
  const say = useWords(maintenanceWords)
  const kind = useWords(maintenanceKindWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const expectedEnd = useExpectedEnd()
  const begun = row.status === 'planned' && hasBegun(row)
  const lasts = row.status === 'planned' && row.openEnded
  return (
    <tr>
      <Cell label={say('when')}>
        {lasts ? say('sinceUntil', { since: format.instant(row.startMs) }) : format.period(row.period)}
        {begun ? (
          <Text size="sm" c="dimmed">
            {lasts ? expectedEnd(row) : say(row.endMs <= Date.now() ? 'late' : 'now')}
          </Text>
        ) : null}
      </Cell>
      <Cell label={say('machine')} shape="name">
        <Anchor
          size="sm"
          href={hrefOf('calendar')}
          onClick={() => showInCalendar(row.machineId, format.calendar.dayOf(row.startMs))}
        >
          {row.machineName}
        </Anchor>
      </Cell>
      <Cell label={say('kind')}>
        {kind(row.kind)}
        <Unreadable row={row} />
      </Cell>
      <Cell label={say('note')} shape="sentence">
        {row.note} <CountedPhotos hashes={row.photos} />
      </Cell>
      <Cell label={say('by')} leaves="first">
        {who(row.scheduledBy.name)}
        <Text size="sm" c="dimmed">
          {format.instant(row.scheduledMs)}
        </Text>
      </Cell>
      {row.status === 'finished' ? (
        <Cell label={say('finishedAt')}>
          {row.finishedMs === null ? null : format.instant(row.finishedMs)}
        </Cell>
      ) : null}
      {row.status === 'planned' && withActions ? (
        <Cell>
          <RepairActions row={row} mayEnd={mayPlan} />
        </Cell>
      ) : null}
    </tr>
  )
}
