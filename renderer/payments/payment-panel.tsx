import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import type { PaymentRow } from '#calls/payments'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { amount } from '../words/payments/amount.ts'
import { payHowWords, paymentKindWords } from '../words/payments/history.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import { Slip } from './slip.tsx'

/** One payment: for which bookings it is, its slip, and the way to reverse it. */
export function PaymentPanel({ paymentId }: { paymentId: string }) {
  const say = useWords(paymentWords)
  const answer = useCall('payments.get', { paymentId })
  return (
    <Answered answer={answer}>
      {({ payment }) => (payment ? <Details payment={payment} /> : <Empty sentence={say('noneFound')} />)}
    </Answered>
  )
}

function Details({ payment }: { payment: PaymentRow }) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const kinds = useWords(paymentKindWords)
  const format = useFormat()
  const { kind, reversedById } = payment
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={say('amountTaken')}>
          <Text span fw={600}>
            {amount(payment.centavos, format)}
          </Text>{' '}
          {kind === 'payment' ? null : kinds(kind)} {reversedById ? say('reversed') : null}
        </Fact>
        <Fact label={say('member')}>
          <RecordLink entity="member" id={payment.memberId}>
            {payment.memberName}
          </RecordLink>
        </Fact>
        <Fact label={say('when')}>{format.instant(payment.atMs)}</Fact>
        <Fact label={say('takenBy')}>{payment.takenBy.name}</Fact>
        <Fact label={say('how')}>{[named(payment.how), payment.reference].filter(Boolean).join(' · ')}</Fact>
        <Fact label={say('receipt')}>{payment.receipt?.text}</Fact>
        <Fact label={say('reason')}>{payment.reason}</Fact>
        <Fact label={say('paidFor')}>
          {payment.lines.map(line => (
            <div key={line.bookingId}>
              {amount(line.centavos, format)} ·{' '}
              <RecordLink entity="booking" id={line.bookingId}>
                {line.machineName}, {format.period(line.period)}
              </RecordLink>{' '}
              (
              {line.leftCentavos > 0
                ? say('left', { amount: format.money(line.leftCentavos) })
                : say('nothingLeft')}
              )
            </div>
          ))}
        </Fact>
      </Facts>
      <Actions payment={payment} />
    </Stack>
  )
}

function Actions({ payment }: { payment: PaymentRow }) {
  const say = useWords(paymentWords)
  const mayEnter = may(useUser().role, 'enter-bookings')
  const print = useCommand('payments.print')
  const reverse = useCommand('payments.reverse')
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [printed, setPrinted] = useState<{ row: PaymentRow; width: 'a5' | 'roll' } | null>(null)
  if (!mayEnter) return null
  async function pressPrint(width: 'a5' | 'roll') {
    const outcome = await print.run({ paymentId: payment.id })
    if (outcome?.ok) setPrinted({ row: outcome.payment, width })
  }
  async function confirm(reason: string) {
    const outcome = await reverse.run({ paymentId: payment.id, reason })
    setRefusal(outcome && !outcome.ok ? outcome.refusal : null)
    if (outcome?.ok) tellDone(say('reversed'), outcome)
    return outcome?.ok === true
  }
  const label = say(payment.prints > 0 ? 'printAgain' : 'print')
  const canReverse = payment.kind !== 'reversal' && payment.reversedById === null
  return (
    <Group gap="xs">
      <Button
        loading={print.busy}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void pressPrint('a5')}
      >
        {label} (A5)
      </Button>
      <Button variant="default" loading={print.busy} onClick={() => void pressPrint('roll')}>
        {label} (80 mm)
      </Button>
      {canReverse ? (
        <Button {...DESTRUCTIVE} onClick={() => setAsking(true)}>
          {say('reverse')}
        </Button>
      ) : null}
      <ConfirmWithReason
        opened={asking}
        about={`reverse.${payment.id}`}
        title={say('reverseTitle')}
        explain={say('reverseExplain')}
        confirmLabel={say('reverse')}
        dangerous
        busy={reverse.busy}
        refusal={refusal}
        onConfirm={async reason => {
          const done = await confirm(reason)
          if (done) setAsking(false)
          return done
        }}
        onClose={() => setAsking(false)}
        onOpenAgain={() => setAsking(true)}
      />
      {printed ? (
        <Slip payment={printed.row} width={printed.width} onPrinted={() => setPrinted(null)} />
      ) : null}
    </Group>
  )
}
