import { Anchor, Stack, Text, Title } from '@mantine/core'
import { stateOf } from '#booking/maintenance/kinds'
import type { MaintenanceRow } from '#calls/maintenance'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords, maintenanceStateWords } from '../words/maintenance/kinds.ts'
import { machineHistoryWords } from '../words/maintenance/machine-history.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'

/** The maintenance of one machine, the newest first, and what it cost by year and by the hour of its meter. */
export function MachineHistory({ machineId }: { machineId: string }) {
  const say = useWords(machineHistoryWords)
  const { data, hasNextPage, fetchNextPage } = usePages('maintenance.list', { machineId, state: 'all' })
  const rows = data?.pages.flatMap(page => page.maintenance) ?? []
  if (rows.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {say('title')}
      </Title>
      <Years machineId={machineId} />
      <Lines rows={rows} />
      {hasNextPage ? (
        <Anchor component="button" type="button" size="sm" onClick={() => void fetchNextPage()}>
          {say('more')}
        </Anchor>
      ) : null}
    </Stack>
  )
}

function Years({ machineId }: { machineId: string }) {
  const say = useWords(machineHistoryWords)
  const format = useFormat()
  // The share of the time that has passed changes with the clock.
  const years = useCall('maintenance.figures', { machineId }, { alwaysFresh: true }).data?.years ?? []
  if (years.length === 0) return null
  return (
    <RecordTable
      caption={say('byYear')}
      heads={[say('year'), say('count'), say('cost'), say('perHour'), say('down')]}
    >
      {years.map(({ year, count, costCentavos, hours, perHourCentavos, downShare }) => (
        <tr key={year}>
          <Cell label={say('year')} shape="fixed">
            {String(year)}
          </Cell>
          <Cell label={say('count')} shape="fixed">
            {format.number(count)}
          </Cell>
          <Cell label={say('cost')} shape="fixed">
            {format.money(costCentavos)}
          </Cell>
          <Cell label={say('perHour')}>
            {perHourCentavos === null || hours === null ? (
              say('notRead')
            ) : (
              <>
                {format.money(perHourCentavos)}
                <Text size="sm" c="dimmed">
                  {say('ran', { hours: format.number(hours) })}
                </Text>
              </>
            )}
          </Cell>
          <Cell label={say('down')} shape="fixed">
            {say('percent', { share: format.number(Math.round(downShare * 1000) / 10) })}
          </Cell>
        </tr>
      ))}
    </RecordTable>
  )
}

function Lines({ rows }: { rows: readonly MaintenanceRow[] }) {
  const say = useWords(machineHistoryWords)
  const words = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const kind = useWords(maintenanceKindWords)
  const state = useWords(maintenanceStateWords)
  const format = useFormat()
  return (
    <RecordTable
      caption={say('title')}
      heads={[words('when'), words('kind'), work('technician'), work('cost')]}
    >
      {rows.map(row => (
        <tr key={row.id}>
          <Cell label={words('when')}>
            <RecordLink entity="maintenance" id={row.id}>
              {format.day(format.calendar.dayOf(row.finishedMs ?? row.startMs))}
            </RecordLink>
            <Text size="sm" c="dimmed">
              {state(stateOf(row))}
            </Text>
          </Cell>
          <Cell label={words('kind')}>{kind(row.kind)}</Cell>
          <Cell label={work('technician')}>{row.technician}</Cell>
          <Cell label={work('cost')} shape="fixed">
            {row.costCentavos > 0 ? format.money(row.costCentavos) : null}
          </Cell>
        </tr>
      ))}
    </RecordTable>
  )
}
