import { Anchor, Text } from '@mantine/core'
import { hrefOf } from '../navigation.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useWords } from '../words/words.ts'

/** For users who may not decide: who does, and where bookings wait. */
export function ApprovalsNotYours() {
  const say = useWords(approvalWords)
  return (
    <>
      <Text>{say('notYours')}</Text>
      <Anchor href={hrefOf('bookings', { status: 'pending' })}>{say('toPending')}</Anchor>
    </>
  )
}
