import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { PAY_HOW, type PayHow } from '#booking/money/payments'
import type { Refusal } from '#booking/refusal'
import type { AccountRow } from '#calls/payments'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { useFormat } from '../words/format.ts'
import { payHowWords } from '../words/payments/history.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

type RefundProps = { memberId: string; memberName: string; account: AccountRow }

/** Gives back what was paid for a booking: first of all what was paid beyond what is due, such as a deposit. */
export function Refund({ memberId, memberName, account }: RefundProps) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const format = useFormat()
  const refund = useCommand('payments.refund')
  const { bookingId, paidCentavos, owedCentavos } = account
  const ahead = Math.max(0, -owedCentavos) || paidCentavos
  const limits = { min: 0.01, max: paidCentavos / 100, decimals: 2 }
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState<NumberTyped>(ahead / 100)
  const [how, setHow] = useState<PayHow>('cash')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const read = readNumber(typed, limits)
  function open() {
    setTyped(ahead / 100)
    setRefusal(null)
    setAsking(true)
  }
  async function confirm(reason: string) {
    if (read === null) return false
    const lines = [{ bookingId, centavos: Math.round(read * 100) }]
    const outcome = await refund.run({ memberId, lines, how, reason })
    setRefusal(outcome && !outcome.ok ? outcome.refusal : null)
    if (!outcome?.ok) return false
    tellDone(say('refunded', { amount: format.money(-outcome.payment.centavos), name: memberName }), outcome)
    setAsking(false)
    return true
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {say('refund')}
      </Button>
      <ConfirmWithReason
        opened={asking}
        about={`refund.${bookingId}`}
        title={say('refundTitle', { name: memberName })}
        explain={say('refundExplain', { amount: format.money(paidCentavos) })}
        confirmLabel={say('refund')}
        dangerous
        busy={refund.busy}
        refusal={refusal}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
        onOpenAgain={open}
      >
        <NumberField
          label={say('amountTaken')}
          typed={typed}
          onType={setTyped}
          limits={limits}
          {...(read === null ? { error: say('refundWrong', { amount: format.money(paidCentavos) }) } : {})}
        />
        <Select
          label={say('how')}
          value={how}
          onChange={value => setHow(PAY_HOW.find(one => one === value) ?? 'cash')}
          data={PAY_HOW.map(value => ({ value, label: named(value) }))}
          allowDeselect={false}
        />
      </ConfirmWithReason>
    </>
  )
}
