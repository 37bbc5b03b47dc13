import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { BOOKLET_LENGTHS, RECEIPT_NUMBER } from '#calls/limits'
import type { BookletRow } from '#calls/payments'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import { readNumber } from '../parts/fields/read-number.ts'
import { useAddOrChange } from '../parts/form/add-or-change.ts'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { numberField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { bookletWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

/** The cooperative's own booklets of receipts, with their next numbers and what is missing. */
export function Booklets() {
  const say = useWords(bookletWords)
  const answer = useCall('booklets.list', {})
  const [open, setOpen] = useState<string | null>(null)
  const [cancelling, setCancelling] = useState<string | null>(null)
  const shown = answer.data?.find(one => one.id === open) ?? null
  const cancelled = answer.data?.find(one => one.id === cancelling)
  const close = () => setOpen(null)
  useFormBroughtBack(keptAs => {
    if (keptAs !== keptUnder('new')) return false
    setOpen('new')
    return true
  })
  return (
    <>
      <Text size="sm" mb="sm">
        {say('explain')}
      </Text>
      <Group mb="sm">
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
          {say('add')}
        </Button>
      </Group>
      <Answered answer={answer} rows={3}>
        {booklets =>
          booklets.length === 0 ? (
            <Empty sentence={say('none')} />
          ) : (
            <RecordTable
              caption={say('title')}
              heads={[say('range'), say('desk'), say('next'), say('used'), say('gaps'), say('cancelled'), '']}
            >
              {booklets.map(one => (
                <BookletLine
                  key={one.id}
                  booklet={one}
                  onChange={() => setOpen(one.id)}
                  onCancel={() => setCancelling(one.id)}
                />
              ))}
            </RecordTable>
          )
        }
      </Answered>
      <SidePanel
        opened={open === 'new' || shown !== null}
        title={say(shown ? 'change' : 'add')}
        onClose={close}
      >
        <BookletForm key={open} booklet={shown} onDone={close} />
      </SidePanel>
      {cancelled ? <CancelNumber booklet={cancelled} onDone={() => setCancelling(null)} /> : null}
    </>
  )
}

function rangeOf({ prefix, first, last }: BookletRow): string {
  return `${prefix}${first} – ${prefix}${last}`
}

type BookletLineProps = { booklet: BookletRow; onChange: () => void; onCancel: () => void }

function BookletLine({ booklet, onChange, onCancel }: BookletLineProps) {
  const say = useWords(bookletWords)
  const { next, gaps, cancelled, closed } = booklet
  const range = rangeOf(booklet)
  return (
    <tr>
      <Cell label={say('range')}>{range}</Cell>
      <Cell label={say('desk')}>{booklet.desk}</Cell>
      <Cell label={say('next')}>{next?.text ?? say(closed ? 'closed' : 'full')}</Cell>
      <Cell label={say('used')}>{booklet.used}</Cell>
      <Cell label={say('gaps')}>
        {gaps.length === 0
          ? say('noneMissing')
          : gaps.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ')}
        {gaps.length > 0 ? <Text size="xs">{say('gapsExplain')}</Text> : null}
      </Cell>
      <Cell label={say('cancelled')}>
        {cancelled.map(one => (
          <div key={one.number}>
            {one.number}: {one.reason}
          </div>
        ))}
        {booklet.cancelledCount > cancelled.length ? (
          <Text size="xs">{say('moreCancelled', { count: booklet.cancelledCount - cancelled.length })}</Text>
        ) : null}
      </Cell>
      <Cell>
        <Group gap="xs">
          <Button size="xs" variant="default" aria-label={`${say('change')}: ${range}`} onClick={onChange}>
            {say('change')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={`${say('cancelNumber')}: ${range}`}
            onClick={onCancel}
          >
            {say('cancelNumber')}
          </Button>
          <PutAway booklet={booklet} />
        </Group>
      </Cell>
    </tr>
  )
}

/** Takes a booklet out of use, such as a full one, or into use again. What it gave stays on record. */
function PutAway({ booklet: shown }: { booklet: BookletRow }) {
  const say = useWords(bookletWords)
  const change = useCommand('booklets.change')
  const { record: booklet, refusal, act } = useActOn('booklet', shown)
  const range = rangeOf(booklet)
  const word = booklet.closed ? 'reopen' : 'close'
  function press() {
    return act(
      ({ id: bookletId, version, first, last, closed }) =>
        change.run({ bookletId, version, first, last, closed: !closed }),
      now => say(now.closed ? 'putAway' : 'takenUp', { range }),
    )
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={change.busy}
        aria-label={`${say(word)}: ${range}`}
        onClick={() => void press()}
      >
        {say(word)}
      </Button>
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </>
  )
}

const BEGUN = { prefix: '', first: '' as number | string, last: '' as number | string, desk: '' }
type Typed = typeof BEGUN

function keptUnder(id: string): string {
  return `booklet.${id}`
}

function BookletForm({ booklet, onDone }: { booklet: BookletRow | null; onDone: () => void }) {
  const say = useWords(bookletWords)
  const send = useAddOrChange('booklets.add', 'booklets.change', 'bookletId')
  const form = useForm({
    keptAs: keptUnder(booklet?.id ?? 'new'),
    record: booklet,
    typedFrom: (row: BookletRow | null): Typed =>
      row ? { prefix: row.prefix, first: row.first, last: row.last, desk: row.desk } : BEGUN,
    read: readBooklet,
    send,
    onSaved: onDone,
    say,
    labels: { prefix: 'prefix', first: 'first', last: 'last', desk: 'desk' },
    lengths: { prefix: BOOKLET_LENGTHS.prefix, desk: BOOKLET_LENGTHS.desk },
  })
  return (
    <FormFrame form={form} save={say('save')} onLeave={onDone}>
      <TextInput {...textField(form, 'prefix')} autoComplete="off" data-autofocus />
      <NumberField {...numberField(form, 'first', RECEIPT_NUMBER)} />
      <NumberField {...numberField(form, 'last', RECEIPT_NUMBER)} />
      <TextInput {...textField(form, 'desk')} autoComplete="off" />
    </FormFrame>
  )
}

function readBooklet(typed: Typed) {
  const read = reader<Typed, never>(typed)
  const { prefix, desk } = typed
  const first = read.number('first', RECEIPT_NUMBER)
  const last = read.number('last', RECEIPT_NUMBER)
  return read.as({ prefix, desk, first, last })
}

/** A number that was spoiled. */
function CancelNumber({ booklet, onDone }: { booklet: BookletRow; onDone: () => void }) {
  const say = useWords(bookletWords)
  const cancel = useCommand('booklets.cancelNumber')
  const [number, setNumber] = useState<number | string>(booklet.next?.number ?? '')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  return (
    <ConfirmWithReason
      opened
      about={`cancel-number.${booklet.id}`}
      title={`${say('cancelNumber')}: ${rangeOf(booklet)}`}
      confirmLabel={say('cancelNumber')}
      dangerous
      busy={cancel.busy}
      refusal={refusal}
      onConfirm={async reason => {
        const read = readNumber(number, RECEIPT_NUMBER)
        if (read === null) return false
        const { id: bookletId, version } = booklet
        const outcome = await cancel.run({ bookletId, version, number: read, reason })
        setRefusal(outcome && !outcome.ok ? outcome.refusal : null)
        if (outcome?.ok) onDone()
        return outcome?.ok === true
      }}
      onClose={onDone}
      onOpenAgain={() => undefined}
    >
      <NumberField label={say('number')} typed={number} onType={setNumber} limits={RECEIPT_NUMBER} />
    </ConfirmWithReason>
  )
}
