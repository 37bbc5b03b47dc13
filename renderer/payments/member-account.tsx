import { Button, Stack, Text, Title } from '@mantine/core'
import { may } from '#booking/users/roles'
import type { MemberRow } from '#calls/members'
import type { AccountRow } from '#calls/payments'
import { openTakePayment } from '../open-take-payment.ts'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import { PaymentLines } from './payment-lines.tsx'

/** What a member can pay or is owed back, booking by booking, and the last payments. */
export function MemberAccount({ member }: { member: MemberRow }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const { id, name, number, barangay } = member
  const { data } = useCall('payments.balance', { memberId: id })
  const any = useCall('payments.list', { memberId: id, limit: 20 }).data?.payments.length ?? 0
  const mayEnter = may(useUser().role, 'enter-bookings')
  if (!data || (data.bookings.length === 0 && any === 0)) return null
  const canPay = data.bookings.some(one => one.mostCentavos > one.paidCentavos)
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('account')}
      </Title>
      {data.owedCentavos > 0 ? (
        <Text size="sm" fw={600}>
          {say('owesInAll', { amount: format.money(data.owedCentavos) })}
        </Text>
      ) : null}
      {data.aheadCentavos > 0 ? (
        <Text size="sm">{say('ahead', { amount: format.money(data.aheadCentavos) })}</Text>
      ) : null}
      <Stack
        component="ul"
        gap={4}
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
        aria-label={say('openBookings')}
      >
        {data.bookings.map(one => (
          <li key={one.bookingId}>
            <OpenAccount account={one} />
          </li>
        ))}
      </Stack>
      {canPay && mayEnter ? (
        <div>
          <Button
            size="xs"
            variant="default"
            onClick={() => openTakePayment({ member: { id, name, number, barangay } })}
          >
            {say('take')}
          </Button>
        </div>
      ) : null}
      <PaymentLines of={{ memberId: id }} />
    </Stack>
  )
}

function OpenAccount({ account }: { account: AccountRow }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const { bookingId, machineName, period, paidCentavos, owedCentavos, mostCentavos } = account
  const left =
    owedCentavos > 0
      ? say('left', { amount: format.money(owedCentavos) })
      : owedCentavos < 0
        ? say('ahead', { amount: format.money(-owedCentavos) })
        : say('later', { amount: format.money(mostCentavos - paidCentavos) })
  return (
    <Text size="sm">
      <RecordLink entity="booking" id={bookingId}>
        {machineName}, {format.period(period)}
      </RecordLink>{' '}
      · {left}
      {paidCentavos > 0 ? ` · ${say('paidSoFar', { amount: format.money(paidCentavos) })}` : null}
    </Text>
  )
}
