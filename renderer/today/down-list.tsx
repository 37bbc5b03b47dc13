import { Anchor } from '@mantine/core'
import type { MachineDown } from '#calls/today'
import { hrefOf } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Part } from './part.tsx'

/** The machines that are in maintenance on this day, and until when. */
export function DownList({ down }: { down: readonly MachineDown[] }) {
  const say = useWords(todayWords)
  const words = useWords(maintenanceWords)
  const kind = useWords(maintenanceKindWords)
  const format = useFormat()
  if (down.length === 0) return null
  function when({ openEnded, period, startMs, expectedEndMs }: MachineDown['maintenance']): string {
    if (!openEnded) return format.period(period)
    const since = format.instant(startMs)
    if (expectedEndMs === null) return say('lasts', { since })
    return say('lastsUntil', { since, until: format.instant(expectedEndMs) })
  }
  const heads = [say('machine'), words('kind'), words('when'), words('note')]
  return (
    <Part name="down" title={say('down')} count={down.length}>
      <RecordTable caption={say('down')} heads={heads}>
        {down.map(({ maintenance }) => (
          <tr key={maintenance.id} data-line tabIndex={-1}>
            <Cell label={say('machine')} shape="name">
              <Anchor className="araro-row-link" href={hrefOf('maintenance')}>
                {maintenance.machineName}
              </Anchor>
            </Cell>
            <Cell label={words('kind')}>
              {kind(maintenance.kind)}
              <Unreadable row={maintenance} />
            </Cell>
            <Cell label={words('when')}>{when(maintenance)}</Cell>
            <Cell label={words('note')} shape="sentence">
              {maintenance.note}
            </Cell>
          </tr>
        ))}
      </RecordTable>
    </Part>
  )
}
