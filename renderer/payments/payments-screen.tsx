import { Button, Select, Tabs, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { PAY_HOW, type PayHow } from '#booking/money/payments'
import { may } from '#booking/users/roles'
import type { PaymentRow } from '#calls/payments'
import { closeBeside, openRecord, usePlace } from '../navigation.ts'
import { openTakePayment } from '../open-take-payment.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { FilterBar } from '../parts/lists/filter-bar.tsx'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { amount } from '../words/payments/amount.ts'
import { payHowWords, paymentKindWords } from '../words/payments/history.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import { PaymentPanel } from './payment-panel.tsx'
import { WhoOwes } from './who-owes.tsx'

/** What was paid, and who owes. */
export function PaymentsScreen() {
  const say = useWords(paymentWords)
  const { open: paymentId, status } = usePlace()
  const take = may(useUser().role, 'enter-bookings') ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openTakePayment()}>
      {say('take')}
    </Button>
  ) : null
  return (
    <Page title={say('title')} actions={take}>
      <Tabs key={status} defaultValue={status === 'owing' ? 'owing' : 'payments'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="payments">{say('list')}</Tabs.Tab>
          <Tabs.Tab value="owing">{say('owing')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="payments">
          <PaymentList onOpen={id => openRecord('payment', id)} />
        </Tabs.Panel>
        <Tabs.Panel value="owing">
          <WhoOwes />
        </Tabs.Panel>
      </Tabs>
      <SidePanel opened={paymentId !== null} title={say('money')} onClose={() => closeBeside('open')}>
        {paymentId === null ? null : <PaymentPanel key={paymentId} paymentId={paymentId} />}
      </SidePanel>
    </Page>
  )
}

function PaymentList({ onOpen }: { onOpen: (id: string) => void }) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const [member, setMember] = useState<PickedMember | null>(null)
  const [how, setHow] = useState<PayHow | null>(null)
  const filtered = member !== null || how !== null
  const answer = usePages('payments.list', {
    ...(member && { memberId: member.id }),
    ...(how && { how }),
  })
  return (
    <>
      <FilterBar
        filtered={filtered}
        onClear={() => {
          setMember(null)
          setHow(null)
        }}
      >
        <MemberPicker
          label={say('paidBy')}
          member={member}
          onPick={setMember}
          clearLabel={say('anybody')}
          onClear={() => setMember(null)}
        />
        <Select
          label={say('how')}
          value={how}
          onChange={value => setHow(PAY_HOW.find(one => one === value) ?? null)}
          data={PAY_HOW.map(value => ({ value, label: named(value) }))}
          placeholder={say('anyHow')}
          clearable
        />
      </FilterBar>
      <Paged
        answer={answer}
        rowsOf={page => page.payments}
        empty={<Empty sentence={say(filtered ? 'noneFound' : 'none')} />}
      >
        {rows => (
          <RecordTable
            caption={say('list')}
            heads={[
              say('when'),
              say('member'),
              say('amountTaken'),
              say('how'),
              say('receipt'),
              say('takenBy'),
              '',
            ]}
          >
            {rows.map(row => (
              <PaymentLine key={row.id} row={row} onOpen={onOpen} />
            ))}
          </RecordTable>
        )}
      </Paged>
    </>
  )
}

function PaymentLine({ row, onOpen }: { row: PaymentRow; onOpen: (id: string) => void }) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const kinds = useWords(paymentKindWords)
  const format = useFormat()
  const { id, memberId, memberName, kind, reversedById } = row
  return (
    <tr>
      <Cell label={say('when')}>{format.instant(row.atMs)}</Cell>
      <Cell label={say('member')}>
        <RecordLink entity="member" id={memberId}>
          {memberName}
        </RecordLink>
        <Unreadable row={row} />
      </Cell>
      <Cell label={say('amountTaken')}>
        <Text size="sm" fw={600} {...(reversedById ? { td: 'line-through' } : {})}>
          {amount(row.centavos, format)}
        </Text>
        {kind === 'payment' ? null : <Text size="sm">{kinds(kind)}</Text>}
        {reversedById ? <Text size="sm">{say('reversed')}</Text> : null}
      </Cell>
      <Cell label={say('how')}>{[named(row.how), row.reference].filter(Boolean).join(' · ')}</Cell>
      <Cell label={say('receipt')}>{row.receipt?.text}</Cell>
      <Cell label={say('takenBy')}>{row.takenBy.name}</Cell>
      <Cell>
        <Button
          size="xs"
          variant="default"
          aria-label={`${say('showPayment')}: ${memberName}, ${amount(row.centavos, format)}`}
          onClick={() => onOpen(id)}
        >
          {say('showPayment')}
        </Button>
      </Cell>
    </tr>
  )
}
