import { Alert, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { LateFee } from '#booking/money/late-fee'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import type { BookingRow } from '#calls/booking-rows'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { type Format, useFormat } from '../words/format.ts'
import { workInWords } from '../words/money/price.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

/** "2 days × ₱200.00" */
export function lateFeeInWords({ quantity, per, rateCentavos }: LateFee, format: Format): string {
  return `${workInWords({ quantity, per }, format)} × ${format.money(rateCentavos)}`
}

/** What the late fee would be, while the return is entered. Nothing is added by it. */
export function LateFeeToCome({ fee }: { fee: LateFee }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const amount = format.money(fee.centavos)
  return (
    <Text size="sm" role="status">
      {say('feeToCome', { amount, how: lateFeeInWords(fee, format) })}
    </Text>
  )
}

/** Of a machine that came back late: the fee by the rule of its type, which one press adds. */
export function LateFeeOffered({ booking }: { booking: BookingRow }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const add = useCommand('payments.addLateFee')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isBack = booking.status === 'completed'
  const answer = useCall('payments.account', { bookingId: booking.id }, { enabled: isBack })
  const mayEnter = may(useUser().role, 'enter-bookings')
  const fee = answer.data?.lateFee
  if (!isBack || !fee || fee.added || answer.data?.waived || !mayEnter) return null
  const amount = format.money(fee.centavos)
  async function press() {
    const outcome = await add.run({ bookingId: booking.id })
    setRefusal(outcome && !outcome.ok ? outcome.refusal : null)
    if (outcome?.ok) tellDone(say('feeAdded', { amount, name: booking.memberName }), outcome)
  }
  return (
    <Alert color="yellow">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say('feeOffered', { amount, how: lateFeeInWords(fee, format) })}</Text>
        <Button size="xs" loading={add.busy} onClick={() => void press()}>
          {say('addFee', { amount })}
        </Button>
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
      </Stack>
    </Alert>
  )
}

/** A manager waives a late fee that was added. */
export function WaiveLateFee({ booking, fee }: { booking: BookingRow; fee: LateFee }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const waive = useCommand('payments.waiveLateFee')
  const mayDecide = may(useUser().role, 'decide-bookings')
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (!mayDecide) return null
  const amount = format.money(fee.centavos)
  async function confirm(reason: string) {
    const outcome = await waive.run({ bookingId: booking.id, reason })
    setRefusal(outcome && !outcome.ok ? outcome.refusal : null)
    if (!outcome?.ok) return false
    tellDone(say('feeWaived', { amount, name: booking.memberName }), outcome)
    setAsking(false)
    return true
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {say('waiveFee')}
      </Button>
      <ConfirmWithReason
        opened={asking}
        about={`waive.${booking.id}`}
        title={say('waiveTitle', { amount })}
        explain={say('waiveExplain')}
        confirmLabel={say('waiveFee')}
        dangerous
        busy={waive.busy}
        refusal={refusal}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
        onOpenAgain={() => setAsking(true)}
      />
    </>
  )
}
