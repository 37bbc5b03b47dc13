import { Stack, Text } from '@mantine/core'
import type { PaymentRow } from '#calls/payments'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { amount } from '../words/payments/amount.ts'
import { payHowWords, paymentKindWords } from '../words/payments/history.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

type PaymentLinesProps = { of: { bookingId: string } | { memberId: string } }

/** The last payments of a booking or a member, each of which opens. Of a booking: how much of each is for it. */
export function PaymentLines({ of }: PaymentLinesProps) {
  const say = useWords(paymentWords)
  const rows = useCall('payments.list', { ...of, limit: 20 }).data?.payments ?? []
  if (rows.length === 0) return null
  const bookingId = 'bookingId' in of ? of.bookingId : null
  return (
    <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }} aria-label={say('list')}>
      {rows.map(row => (
        <li key={row.id}>
          <PaymentLine row={row} bookingId={bookingId} />
        </li>
      ))}
    </Stack>
  )
}

function PaymentLine({ row, bookingId }: { row: PaymentRow; bookingId: string | null }) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const kinds = useWords(paymentKindWords)
  const format = useFormat()
  const { lines, kind, how, receipt, reversedById } = row
  const own = lines.find(line => line.bookingId === bookingId)?.centavos ?? row.centavos
  const whole = { amount: amount(row.centavos, format), count: lines.length }
  const more = [
    kind === 'payment' ? named(how) : kinds(kind),
    receipt?.text,
    lines.length > 1 ? say(bookingId === null ? 'forSeveral' : 'ofSeveral', whole) : null,
    reversedById ? say('reversed') : null,
  ]
  return (
    <Text size="sm" {...(reversedById ? { c: 'dimmed' } : {})}>
      <RecordLink entity="payment" id={row.id}>
        {amount(own, format)} · {format.instant(row.atMs)}
      </RecordLink>{' '}
      · {more.filter(Boolean).join(' · ')}
    </Text>
  )
}
