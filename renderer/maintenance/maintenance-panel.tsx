import { Anchor, Button, Group, List, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { stateOf } from '#booking/maintenance/kinds'
import { may } from '#booking/users/roles'
import type { MaintenanceFactRow, MaintenanceRow } from '#calls/maintenance'
import { showInCalendar } from '../calendar/show-in-calendar.ts'
import { useHistoryInWords } from '../history/in-words.ts'
import { hrefOf } from '../navigation.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { PhotoThumbs } from '../parts/photos/photo-thumbs.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { recordWords } from '../words/by-trade.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords, maintenanceStateWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { meterInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'
import { Costs } from './costs.tsx'
import { RepairActions } from './repair-actions.tsx'
import { WorkDialog } from './work-dialog.tsx'
import { WorkOrder } from './work-order.tsx'

/** One maintenance: what is planned, what was done and by whom, what it cost, and what can be done with it. */
export function MaintenancePanel({ maintenanceId }: { maintenanceId: string }) {
  const records = useWords(recordWords)
  const say = useWords(maintenanceWords)
  const answer = useCall('maintenance.get', { maintenanceId })
  const mayChange = may(useUser().role, 'keep-maintenance')
  return (
    <Answered answer={answer}>
      {({ maintenance: row, facts, costs }) =>
        row ? (
          <Stack gap="md">
            <Details row={row} />
            {row.status === 'planned' ? (
              <RepairActions row={row} mayEnd={mayChange} mayCancel={mayChange} />
            ) : null}
            <div>
              <WorkOrder row={row} />
            </div>
            <Costs row={row} costs={costs} mayChange={mayChange} />
            <Recorded row={row} facts={facts} mayChange={mayChange} />
          </Stack>
        ) : (
          <Empty sentence={say('gone', { what: records('maintenance') })} />
        )
      }
    </Answered>
  )
}

function Details({ row }: { row: MaintenanceRow }) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const kind = useWords(maintenanceKindWords)
  const state = useWords(maintenanceStateWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const { startedMs, finishedMs, meterHours, closedMs, openEnded } = row
  const lasts = openEnded && row.status === 'planned'
  return (
    <Facts>
      <Fact label={work('state')}>{state(stateOf(row))}</Fact>
      <Fact label={say('machine')}>
        <RecordLink entity="machine" id={row.machineId}>
          {row.machineName}
        </RecordLink>
      </Fact>
      <Fact label={say('when')}>
        {lasts ? say('sinceUntil', { since: format.instant(row.startMs) }) : format.period(row.period)}{' '}
        <Anchor
          size="sm"
          href={hrefOf('calendar')}
          onClick={() => showInCalendar(row.machineId, format.calendar.dayOf(row.startMs))}
        >
          {work('calendar')}
        </Anchor>
      </Fact>
      <Fact label={say('kind')}>{kind(row.kind)}</Fact>
      <Fact label={work('technician')}>{row.technician}</Fact>
      <Fact label={say('note')}>{row.note}</Fact>
      <Fact label={work('began')}>{startedMs === null ? null : format.instant(startedMs)}</Fact>
      <Fact label={work('ended')}>{finishedMs === null ? null : format.instant(finishedMs)}</Fact>
      <Fact label={work('meterHours')}>{meterHours === null ? null : meterInWords(meterHours, format)}</Fact>
      <Fact label={work('done')}>{row.workDone}</Fact>
      <Fact label={work('closedAt')}>{closedMs === null ? null : format.instant(closedMs)}</Fact>
      <Fact label={work('scheduledBy')}>
        {work('by', { name: who(row.scheduledBy.name), when: format.instant(row.scheduledMs) })}
      </Fact>
      <Fact label={say('photos')}>{row.photos.length > 0 ? <PhotoThumbs hashes={row.photos} /> : null}</Fact>
    </Facts>
  )
}

const WAS = { start: 'startWas', finish: 'finishWas', close: 'closeWas' } as const

type RecordedProps = { row: MaintenanceRow; facts: readonly MaintenanceFactRow[]; mayChange: boolean }

/** Every fact of the work in the order of its entry, also those that were corrected, and the way to correct it. */
function Recorded({ row, facts, mayChange }: RecordedProps) {
  const say = useWords(maintenanceWorkWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const [corrected, setCorrected] = useState<MaintenanceFactRow | null>(null)
  if (facts.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {say('recorded')}
      </Title>
      <List size="sm" spacing={6}>
        {facts.map(fact => {
          const said = say(WAS[fact.kind], { when: format.instant(fact.atMs) })
          const isCorrected = fact.kind !== 'close' && fact.standing && fact.happened
          return (
            <List.Item key={fact.id}>
              <Group gap="xs" align="baseline">
                <Text span size="sm" {...(fact.standing && fact.happened ? {} : { c: 'dimmed' })}>
                  {said}
                  {fact.happened ? '' : ` (${say('didNotHappen')})`}
                  {fact.standing ? '' : ` (${say('wasCorrected')})`}
                </Text>
                {mayChange && isCorrected ? (
                  <Button size="compact-xs" variant="default" onClick={() => setCorrected(fact)}>
                    {say('correct')} <VisuallyHidden>{said}</VisuallyHidden>
                  </Button>
                ) : null}
              </Group>
              <Text size="sm" c="dimmed">
                {[
                  fact.technician,
                  fact.meterHours === null ? '' : meterInWords(fact.meterHours, format),
                  fact.done,
                  fact.reason && say('why', { reason: fact.reason }),
                  say('by', { name: who(fact.enteredBy.name), when: format.instant(fact.enteredMs) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </List.Item>
          )
        })}
      </List>
      {corrected && corrected.kind !== 'close' ? (
        <WorkDialog
          row={row}
          asked={{ step: corrected.kind, corrects: corrected }}
          onClose={() => setCorrected(null)}
        />
      ) : null}
    </Stack>
  )
}
