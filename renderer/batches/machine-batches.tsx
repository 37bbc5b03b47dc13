import { Stack, Title } from '@mantine/core'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { LoadBar } from './load-bar.tsx'

const MOST = 5

/** The batches of a machine that nobody has closed, the earliest first. Nothing is shown of a machine without any. */
export function MachineBatches({ machineId }: { machineId: string }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const { data } = useCall('batches.list', { machineId, fromMs: OPEN_FROM_MS, limit: 50 })
  const open = (data?.batches ?? []).filter(({ state }) => state !== 'done' && state !== 'cancelled')
  if (open.length === 0) return null
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('title')}
      </Title>
      <ul className="araro-people">
        {open.slice(0, MOST).map(batch => (
          <li key={batch.id}>
            <RecordLink entity="batch" id={batch.id}>
              {format.period(batch.period)}
            </RecordLink>
            <LoadBar batch={batch} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

/** What was closed before this window was opened is not asked for. */
const OPEN_FROM_MS = Date.now()
