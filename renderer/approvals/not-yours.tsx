import { Anchor, Text } from '@mantine/core'
import { hrefOf } from '../navigation.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useWords } from '../words/words.ts'

/** For whoever only enters bookings: who decides about them, and where they wait. */
export function ApprovalsNotYours() {
  const say = useWords(approvalWords)
  return (
    <>
      <Text>{say('notYours')}</Text>
      <Anchor href={hrefOf('bookings', { status: 'pending' })}>{say('toPending')}</Anchor>
    </>
  )
}
