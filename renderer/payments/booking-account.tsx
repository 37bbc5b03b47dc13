import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { Quote } from '#booking/money/price'
import { may } from '#booking/users/roles'
import type { BookingRow } from '#calls/booking-rows'
import type { AccountRow } from '#calls/payments'
import { openTakePayment } from '../open-take-payment.ts'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { type Format, useFormat } from '../words/format.ts'
import { howInWords, rateInWords } from '../words/money/price.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import { lateFeeInWords, WaiveLateFee } from './late-fee.tsx'
import { PaymentLines } from './payment-lines.tsx'
import { Refund } from './refund.tsx'
import './booking-account.css'

type Shown = OutputOf<'payments.account'>

/**
 * What a booking costs: known before, at the approval and after the work, each with how it came about; what is paid of it,
 * what is left, and its payments.
 */
export function BookingAccount({ booking }: { booking: BookingRow }) {
  const say = useWords(paymentWords)
  const { data } = useCall('payments.account', { bookingId: booking.id })
  if (!data) return null
  const { account, costs } = data
  if (!account && !costs.before && !costs.promised && !costs.after) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('account')}
      </Title>
      <Costs costs={costs} />
      {account ? (
        <>
          <Sums booking={booking} account={account} shown={data} />
          <Actions booking={booking} account={account} shown={data} />
          <PaymentLines of={{ bookingId: booking.id }} />
        </>
      ) : null}
    </Stack>
  )
}

const STAGES = ['before', 'promised', 'after'] as const

/** The three figures side by side. */
function Costs({ costs }: { costs: Shown['costs'] }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  return (
    <dl className="araro-costs">
      {STAGES.map(stage => {
        const { figure, how } = costInWords(costs[stage], format)
        return (
          <div key={stage}>
            <dt>{say(stage)}</dt>
            <dd>
              <Text span fw={600}>
                {figure ?? say('notYet')}
              </Text>
              {how ? (
                <Text span size="xs" c="dimmed">
                  {how}
                </Text>
              ) : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function costInWords(quoted: Quote | null, format: Format) {
  if (!quoted) return { figure: null, how: null }
  if (quoted.kind === 'measured-later')
    return { figure: rateInWords(quoted.rate, format), how: howInWords(quoted, format) }
  return { figure: format.money(quoted.centavos), how: howInWords(quoted, format) }
}

type AccountProps = { booking: BookingRow; account: AccountRow; shown: Shown }

function Sums({ account, shown }: AccountProps) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const { depositCentavos, lateFee, waived } = shown
  const { dueCentavos, paidCentavos, owedCentavos, mostCentavos, status, sinceMs } = account
  const promised = status === 'approved' || status === 'in-use'
  const since = dueCentavos > 0 ? ` · ${say('due', { day: format.instant(sinceMs) })}` : ''
  return (
    <Facts>
      <Fact label={say('deposit')}>
        {promised && depositCentavos !== null
          ? say('depositDue', { amount: format.money(depositCentavos) })
          : null}
      </Fact>
      <Fact label={say('lateFee')}>
        {lateFee?.added
          ? `${format.money(lateFee.centavos)} (${lateFeeInWords(lateFee, format)})`
          : waived
            ? say('waivedBecause', { amount: format.money(waived.centavos), reason: waived.reason })
            : null}
      </Fact>
      <Fact label={say('dueNow')}>{`${format.money(dueCentavos)}${since}`}</Fact>
      <Fact label={say('paid')}>{format.money(paidCentavos)}</Fact>
      <Fact label={say('leftNow')}>
        <Text span fw={600}>
          {owedCentavos > 0 ? format.money(owedCentavos) : say('nothingLeft')}
        </Text>
        {owedCentavos < 0 ? ` · ${say('ahead', { amount: format.money(-owedCentavos) })}` : null}
        {promised && mostCentavos > Math.max(dueCentavos, paidCentavos)
          ? ` · ${say('later', { amount: format.money(mostCentavos - Math.max(dueCentavos, paidCentavos)) })}`
          : null}
      </Fact>
    </Facts>
  )
}

function Actions({ booking, account, shown }: AccountProps) {
  const say = useWords(paymentWords)
  const mayEnter = may(useUser().role, 'enter-bookings')
  const { memberId: id, memberName: name, memberNumber: number, memberBarangay: barangay } = booking
  const { mostCentavos, paidCentavos } = account
  const { lateFee } = shown
  if (!mayEnter) return null
  return (
    <Group gap="xs">
      {mostCentavos > paidCentavos ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => openTakePayment({ member: { id, name, number, barangay }, bookingId: booking.id })}
        >
          {say('take')}
        </Button>
      ) : null}
      {paidCentavos > 0 ? <Refund memberId={id} memberName={name} account={account} /> : null}
      {lateFee?.added ? <WaiveLateFee booking={booking} fee={lateFee} /> : null}
    </Group>
  )
}
