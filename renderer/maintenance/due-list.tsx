import { Anchor, Stack, Text } from '@mantine/core'
import { hrefOf } from '../navigation.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { dueInWords } from '../words/maintenance/due.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'

/** The machines that need maintenance, why, and one press that plans it with everything filled in. */
export function DueList({ mayPlan }: { mayPlan: boolean }) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const today = useWords(todayWords)
  const format = useFormat()
  // It changes with the clock, too.
  const answer = useCall('maintenance.due', {}, { alwaysFresh: true })
  return (
    <Answered answer={answer} rows={3}>
      {({ due, count }) =>
        due.length === 0 ? (
          <Empty sentence={work('emptyDue')} />
        ) : (
          <Stack gap="xs">
            <RecordTable
              caption={work('due')}
              heads={[say('machine'), work('dueBecause'), ...(mayPlan ? [''] : [])]}
            >
              {due.map(one => (
                <tr key={one.machineId}>
                  <Cell label={say('machine')} shape="name">
                    <RecordLink entity="machine" id={one.machineId}>
                      {one.machineName}
                    </RecordLink>
                    <Text size="sm" c="dimmed">
                      {one.type}
                    </Text>
                  </Cell>
                  <Cell label={work('dueBecause')} shape="sentence">
                    {dueInWords(one.because, format)}
                  </Cell>
                  {mayPlan ? (
                    <Cell>
                      <Anchor
                        size="sm"
                        href={hrefOf('maintenance', { open: one.machineId })}
                        aria-label={today('planFor', { machine: one.machineName })}
                      >
                        {today('plan')}
                      </Anchor>
                    </Cell>
                  ) : null}
                </tr>
              ))}
            </RecordTable>
            {count > due.length ? (
              <Text size="sm">{work('dueMore', { count: format.number(count - due.length) })}</Text>
            ) : null}
          </Stack>
        )
      }
    </Answered>
  )
}
