import { Text } from '@mantine/core'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type FirstWithRoomProps = {
  on: { machineId: string } | { typeId: string }
  sacks: number
  /** A batch that is left out, as it is the one in which nothing fits. */
  exceptId?: string
}

/** The first date with room for so many sacks, with links to the batches. */
export function FirstWithRoom({ on, sacks, exceptId }: FirstWithRoomProps) {
  const say = useWords(batchWords)
  const format = useFormat()
  const { data } = useCall('batches.firstWithRoom', { ...on, sacks }, { keepPrevious: true })
  if (!data) return null
  const { free } = data
  const batches = data.batches.filter(batch => batch.id !== exceptId).slice(0, 3)
  if (batches.length === 0 && !free) return <Text size="sm">{say('noRoom')}</Text>
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {say('firstRoom')}
      </Text>
      <ul className="araro-people">
        {batches.map(batch => (
          <li key={batch.id}>
            <RecordLink entity="batch" id={batch.id}>
              {batch.machineName}, {format.period(batch.period)}
            </RecordLink>
            <Text size="sm" span>
              {say('left', { count: batch.left })}
            </Text>
          </li>
        ))}
        {free ? (
          <li>
            <Text size="sm" span>
              {say('firstFree', { machine: free.machineName, when: format.period(free.period) })}
            </Text>
            <Text size="sm" span>
              {say('left', { count: free.left })}
            </Text>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
