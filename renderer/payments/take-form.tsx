import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { allocate, askedFor, mostFor } from '#booking/money/allocate'
import { PAY_HOW, type PayHow } from '#booking/money/payments'
import { PAYMENT_LENGTHS } from '#calls/limits'
import type { AccountRow } from '#calls/payments'
import { useCommand } from '../commands/use-command.ts'
import type { PaymentStart } from '../open-take-payment.ts'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { readNumber } from '../parts/fields/read-number.ts'
import { choiceField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { payHowWords } from '../words/payments/history.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

type Typed = {
  member: PickedMember | null
  /** The bookings that were unticked or ticked by hand; the others are ticked if something is owed for them. */
  ticked: { readonly [bookingId: string]: boolean }
  /** The booking that alone is ticked at first; null for each for which something is owed. */
  only: string | null
  /** Empty: all that is asked for. */
  amount: string
  how: PayHow
  reference: string
  /** Empty: the first booklet; `none`: no receipt. */
  booklet: string
  /** Empty: the booklet's next number. */
  number: string
}
const BEGUN: Typed = {
  member: null,
  ticked: {},
  only: null,
  amount: '',
  how: 'cash',
  reference: '',
  booklet: '',
  number: '',
}
const NO_RECEIPT = 'none'
const PESOS = { min: 0.01, max: 1_000_000_000, decimals: 2 }

type TakeFormProps = {
  start: PaymentStart
  keptAs: string
  onLeave: () => void
  onTaken: (paymentId: string) => void
}

/** Takes a payment: who pays, for which bookings, how much, how, and the receipt's number. */
export function TakeForm({ start, keptAs, onLeave, onTaken }: TakeFormProps) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const format = useFormat()
  const take = useCommand('payments.take')
  const booklets = useCall('booklets.list', {}).data?.filter(one => !one.closed) ?? []
  // What can be paid depends on the member who is typed into the form itself.
  const known = useRef<readonly AccountRow[]>([])
  const form = useForm({
    keptAs,
    record: null,
    typedFrom: () => ({ ...BEGUN, member: start.member ?? null, only: start.bookingId ?? null }),
    read: typed => readTyped(typed, known.current, booklets),
    send: fields => take.run(fields),
    saved: () => say('taken'),
    onSaved: yes => onTaken(yes.payment.id),
    say,
    labels: {
      member: 'member',
      ticked: 'bookings',
      only: 'bookings',
      amount: 'amountTaken',
      how: 'how',
      reference: 'reference',
      booklet: 'booklet',
      number: 'receiptNumber',
    },
    lengths: { amount: 20, reference: PAYMENT_LENGTHS.reference, booklet: 100, number: 12 },
  })
  const { typed, type } = form
  const { member } = typed
  const balance = useCall('payments.balance', { memberId: member?.id ?? '' }, { enabled: member !== null })
  const payable = payableOf(balance.data)
  known.current = payable
  const booklet = bookletOf(typed, booklets)
  const asked = askedFor(payable.filter(one => isTicked(typed, one)))
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <MemberPicker
        member={member}
        onPick={({ id, name, number, barangay }) =>
          type({ member: { id, name, number, barangay }, ticked: {}, only: null, amount: '' })
        }
        error={form.wrongAt('member')}
      />
      {member && balance.data && payable.length === 0 ? (
        <Text size="sm">{say('nothingOwed', { name: member.name })}</Text>
      ) : null}
      {member && payable.length > 0 ? (
        <Checkbox.Group
          label={say('bookings')}
          error={form.wrongAt('ticked')}
          value={payable.filter(one => isTicked(typed, one)).map(one => one.bookingId)}
          onChange={ids =>
            type({
              ticked: Object.fromEntries(payable.map(one => [one.bookingId, ids.includes(one.bookingId)])),
              amount: '',
            })
          }
        >
          <Stack gap={6} mt={4}>
            {payable.map(one => (
              <Checkbox key={one.bookingId} value={one.bookingId} label={<Owed one={one} />} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      <TextInput
        {...textField(form, 'amount')}
        description={say('amountHint')}
        placeholder={asked > 0 ? pesos(asked) : ''}
        inputMode="decimal"
        autoComplete="off"
      />
      <Select
        {...choiceField(form, 'how')}
        data={PAY_HOW.map(value => ({ value, label: named(value) }))}
        allowDeselect={false}
      />
      {typed.how === 'cash' ? null : <TextInput {...textField(form, 'reference')} autoComplete="off" />}
      {booklets.length > 0 ? (
        <Select
          label={say('booklet')}
          value={booklet?.id ?? NO_RECEIPT}
          onChange={value => type({ booklet: value ?? '', number: '' })}
          data={[
            ...booklets.map(one => ({
              value: one.id,
              label: [`${one.prefix}${one.first}–${one.last}`, one.desk].filter(Boolean).join(' · '),
            })),
            { value: NO_RECEIPT, label: say('noReceipt') },
          ]}
          allowDeselect={false}
        />
      ) : null}
      {booklet ? (
        <TextInput
          {...textField(form, 'number')}
          value={typed.number === '' ? String(booklet.next?.number ?? '') : typed.number}
          leftSection={booklet.prefix ? <Text size="sm">{booklet.prefix}</Text> : null}
          leftSectionWidth={booklet.prefix ? 12 + booklet.prefix.length * 9 : 0}
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      <Text size="sm" fw={600}>
        {say('total')}: {format.money(amountOf(typed, payable) ?? 0)}
      </Text>
    </FormFrame>
  )
}

function Owed({ one }: { one: AccountRow }) {
  const say = useWords(paymentWords)
  const format = useFormat()
  const due = one.owedCentavos > 0
  const money = format.money(due ? one.owedCentavos : one.mostCentavos - one.paidCentavos)
  const when = due ? say('due', { day: format.instant(one.sinceMs) }) : say('inAdvance')
  return (
    <>
      {money} · {one.machineName}, {format.period(one.period)} ({when})
    </>
  )
}

type Balance = OutputOf<'payments.balance'>
type Booklets = OutputOf<'booklets.list'>

function payableOf(balance: Balance | undefined): AccountRow[] {
  return balance?.bookings.filter(one => one.mostCentavos > one.paidCentavos) ?? []
}

function isTicked({ ticked, only }: Typed, { bookingId, owedCentavos }: AccountRow): boolean {
  return ticked[bookingId] ?? (only === null ? owedCentavos > 0 : bookingId === only)
}

function bookletOf({ booklet }: Typed, booklets: Booklets) {
  if (booklet === NO_RECEIPT) return undefined
  return booklets.find(one => one.id === booklet) ?? booklets.find(one => one.next !== null)
}

/** In centavos; undefined if it is no amount. */
function amountOf(typed: Typed, payable: readonly AccountRow[]): number | undefined {
  if (typed.amount.trim() === '') return askedFor(payable.filter(one => isTicked(typed, one)))
  const read = readNumber(typed.amount, PESOS)
  return read === null ? undefined : Math.round(read * 100)
}

type Why = 'memberMissing' | 'nothingTicked' | 'amountWrong' | 'amountTooMuchPlain' | 'receiptMissing'

function readTyped(typed: Typed, payable: readonly AccountRow[], booklets: Booklets) {
  const read = reader<Typed, Why>(typed)
  const member = read.given('member', typed.member, 'memberMissing')
  const ticked = payable.filter(one => isTicked(typed, one))
  if (typed.member && ticked.length === 0) read.wrong('ticked', 'nothingTicked')
  const centavos = amountOf(typed, payable)
  if (centavos === undefined) read.wrong('amount', 'amountWrong')
  else if (centavos > mostFor(ticked) && ticked.length > 0) read.wrong('amount', 'amountTooMuchPlain')
  const booklet = bookletOf(typed, booklets)
  const number = typed.number === '' ? booklet?.next?.number : Number(typed.number)
  const isNumber = number !== undefined && Number.isInteger(number) && number >= 1 && number <= 999_999_999
  if (booklet && !isNumber) read.wrong('number', 'receiptMissing')
  return read.as({
    memberId: member?.id ?? '',
    lines: allocate(centavos ?? 0, ticked),
    how: typed.how,
    ...(typed.how !== 'cash' && typed.reference.trim() ? { reference: typed.reference } : {}),
    ...(booklet && isNumber ? { receipt: { bookletId: booklet.id, number } } : {}),
  })
}

function pesos(centavos: number): string {
  return (centavos / 100).toFixed(2)
}
