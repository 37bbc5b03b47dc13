import { Anchor, Paper, Stack, Text } from '@mantine/core'
import type { Refusal } from '#booking/refusal'
import type { BookingRow, Settling } from '#calls/booking-rows'
import { hrefOf } from '../navigation.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { settleWords } from '../words/settling/screen.ts'
import { useWords } from '../words/words.ts'
import { WhyNotNow } from './why-not-now.tsx'

type NotNowProps = { booking: BookingRow; settling: Settling | null; cannotGoOut: Refusal | null }

/** Says, before it is tried, that a promise cannot be kept or handed over now. Nothing if it can. */
export function NotNow({ booking, settling, cannotGoOut }: NotNowProps) {
  const say = useWords(settleWords)
  const format = useFormat()
  if (!settling && !cannotGoOut) return null
  return (
    <Paper p="sm" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)">
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {say(settling ? 'cannotKeep' : 'cannotGoOut')}
        </Text>
        {settling ? (
          <WhyNotNow booking={booking} settling={settling} />
        ) : cannotGoOut ? (
          <Text size="sm">{refusalSentence(cannotGoOut, format)}</Text>
        ) : null}
        {settling ? (
          <Anchor size="sm" href={hrefOf('settle')}>
            {say('toList')}
          </Anchor>
        ) : null}
      </Stack>
    </Paper>
  )
}
