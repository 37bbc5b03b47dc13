import { Stack, Text, Title } from '@mantine/core'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { quotaInWords, quotaWords } from '../words/quotas/quotas.ts'
import { useWords } from '../words/words.ts'

/** What a member has left of each quota, today. Nothing where the cooperative sets none. */
export function MemberQuotas({ memberId }: { memberId: string }) {
  const say = useWords(quotaWords)
  const format = useFormat()
  const quotas = useCall('quotas.left', { memberId }).data?.quotas ?? []
  if (quotas.length === 0) return null
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('ofMember')}
      </Title>
      {quotas.map(quota => (
        <Text key={quota.id} size="sm">
          {quota.typeName ?? say('anyType')}:{' '}
          {say('leftIs', {
            left: format.number(quota.left),
            limit: quotaInWords(quota, format),
            day: format.day(quota.until),
          })}
        </Text>
      ))}
    </Stack>
  )
}
