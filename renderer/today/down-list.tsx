import { Anchor } from '@mantine/core'
import { Fragment } from 'react'
import { may } from '#booking/users/roles'
import type { MachineDown } from '#calls/today'
import { hasBegun } from '../maintenance/has-begun.ts'
import { RepairActions } from '../maintenance/repair-actions.tsx'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, GroupRow, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { useUser } from '../service/sign-in.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { byType } from './by-type.ts'
import { useLinePresses } from './line-presses.ts'
import { Part } from './part.tsx'

type DownListProps = {
  down: readonly MachineDown[]
  /** Whether each line has its buttons: on today's list only. */
  acts: boolean
}

/** The machines that are in maintenance on this day, and until when. */
export function DownList({ down, acts }: DownListProps) {
  const say = useWords(todayWords)
  const words = useWords(maintenanceWords)
  if (down.length === 0) return null
  const heads = [say('machine'), words('kind'), words('when'), words('note'), ...(acts ? [''] : [])]
  return (
    <Part name="down" title={say('down')} count={down.length}>
      <RecordTable caption={say('down')} heads={heads}>
        {byType(down).map(({ type, lines }) => (
          <Fragment key={type}>
            {type ? <GroupRow columns={heads.length}>{type}</GroupRow> : null}
            {lines.map(line => (
              <Line key={line.maintenance.id} line={line} acts={acts} />
            ))}
          </Fragment>
        ))}
      </RecordTable>
    </Part>
  )
}

function Line({ line: { maintenance }, acts }: { line: MachineDown; acts: boolean }) {
  const say = useWords(todayWords)
  const words = useWords(maintenanceWords)
  const kind = useWords(maintenanceKindWords)
  const when = useWhen()
  const place = usePlace()
  const presses = useLinePresses()
  const mayEnd = may(useUser().role, 'keep-maintenance') && hasBegun(maintenance)
  return (
    <tr {...presses}>
      <Cell label={say('machine')} shape="name">
        <Anchor className="araro-row-link" href={hrefOfRecord('maintenance', maintenance.id, place)}>
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
      {acts ? (
        <Cell>
          <div className="araro-day-do">
            <RepairActions row={maintenance} mayEnd={mayEnd} mayCancel={false} />
          </div>
        </Cell>
      ) : null}
    </tr>
  )
}

function useWhen() {
  const say = useWords(todayWords)
  const format = useFormat()
  return ({ openEnded, period, startMs, expectedEndMs }: MachineDown['maintenance']): string => {
    if (!openEnded) return format.period(period)
    const since = format.instant(startMs)
    if (expectedEndMs === null) return say('lasts', { since })
    return say('lastsUntil', { since, until: format.instant(expectedEndMs) })
  }
}
