import { Stack, Text, Title } from '@mantine/core'
import type { ShareRow } from '#calls/batches'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { shareStatusWords } from '../words/batches/states.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { BatchBadge } from './batch-badge.tsx'

/** A member's sacks in batches, the latest first. Nothing is shown of a member who never had any. */
export function MemberShares({ memberId }: { memberId: string }) {
  const say = useWords(batchWords)
  const { data: shares = [] } = useCall('batches.ofMember', { memberId })
  if (shares.length === 0) return null
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('memberShares')}
      </Title>
      <ul className="araro-people">
        {shares.map(share => (
          <Share key={share.id} share={share} />
        ))}
      </ul>
    </Stack>
  )
}

function Share({ share }: { share: ShareRow }) {
  const say = useWords(batchWords)
  const named = useWords(shareStatusWords)
  const format = useFormat()
  const { batchId, machineName, startMs, sacks, kg, status } = share
  const counted =
    kg === null
      ? say('estimated', { count: sacks })
      : say('weighedAt', { count: sacks, kg: format.number(kg) })
  return (
    <li>
      <div>
        <RecordLink entity="batch" id={batchId}>
          {machineName}, {format.instant(startMs)}
        </RecordLink>{' '}
        <Text size="sm" c="dimmed" span>
          {counted}
        </Text>
      </div>
      {status === 'cancelled' ? (
        <Text size="sm" span>
          {named(status)}
        </Text>
      ) : (
        <BatchBadge state={share.batchState} />
      )}
    </li>
  )
}
