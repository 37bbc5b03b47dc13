import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { BookingFact } from '#calls/booking-facts'
import type { BookingRow } from '#calls/booking-rows'
import { FACT_LENGTHS, REASON_LENGTH, WORK_QUANTITY } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { fieldFrom } from '../parts/fields/wall-field.ts'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'
import { COUNTER_LABELS, COUNTER_NEW, type CounterTyped, readCounter } from './at-the-counter.ts'
import { CounterFields } from './counter-fields.tsx'
import { Implements, useSeenAtReturn } from './hand-over-form.tsx'
import { useReadingAsked } from './reading-asked.ts'
import { unitOf, useRate, useSeenAtHandOver, WorkDone, type WorkTyped } from './take-back-form.tsx'

type CorrectUseProps = {
  booking: BookingRow
  fact: BookingFact
  opened: boolean
  onOpen: () => void
  onClose: () => void
}

/** The dialog that corrects what was recorded at the hand-over or the return. It opens again with what was typed. */
export function CorrectUseDialog({ booking, fact, opened, onOpen, onClose }: CorrectUseProps) {
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  useFormBroughtBack(keptAs => {
    if (keptAs !== keptUnder(fact)) return false
    onOpen()
    return true
  })
  if (!opened) return null
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(fact.kind === 'hand-over' ? 'correctHandOverTitle' : 'correctReturnTitle')}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      size="lg"
      centered
    >
      {fact.kind === 'hand-over' ? (
        <CorrectHandOver booking={booking} fact={fact} onLeave={onClose} />
      ) : (
        <CorrectReturn booking={booking} fact={fact} onLeave={onClose} />
      )}
    </Modal>
  )
}

function keptUnder({ id }: BookingFact): string {
  return `correct-use.${id}`
}

type FormProps = { booking: BookingRow; fact: BookingFact; onLeave: () => void }
type Reasoned = CounterTyped & { why: string }

function CorrectHandOver({ booking, fact, onLeave }: FormProps) {
  const say = useWords(bookingWords)
  const correct = useCommand('bookings.correctHandOver')
  const before = useSeenAtReturn(booking.machineId)
  const common = useCommon(fact)
  const form = useForm({
    ...common.options,
    record: booking,
    typedFrom: () => ({ ...common.typed(), implements: fact.implements, slip: fact.slip }),
    read(typed: Reasoned & { implements: string[]; slip: string }) {
      const read = reader<typeof typed, 'atNeeded' | 'whyNeeded'>(typed)
      return read.as({
        ...common.read(read as never, typed),
        implements: typed.implements,
        slip: typed.slip.trim(),
      })
    },
    send: (said, { id, version }) =>
      common.asked.send(said, args => correct.run({ bookingId: id, version, ...args }), ignored),
    onSaved: onLeave,
    labels: { ...LABELS, implements: 'implements', slip: 'slip' },
    lengths: { ...LENGTHS, slip: FACT_LENGTHS.slip },
  })
  return (
    <FormFrame form={form} save={say('saveCorrection')} onLeave={onLeave} inDialog>
      <CounterFields
        form={form}
        machineId={booking.machineId}
        openedMs={fact.atMs}
        asksWhy={common.asked.why}
        before={before}
        beside={<TextInput {...textField(form, 'slip')} />}
      >
        <Implements
          machineId={booking.machineId}
          label={form.labelOf('implements')}
          along={form.typed.implements}
          onChange={along => form.type({ implements: along })}
        />
      </CounterFields>
      <TextInput {...textField(form, 'why')} required />
    </FormFrame>
  )
}

function CorrectReturn({ booking, fact, onLeave }: FormProps) {
  const say = useWords(bookingWords)
  const correct = useCommand('bookings.correctReturn')
  const before = useSeenAtHandOver(booking)
  const rate = useRate(booking)
  const unit = unitOf(rate?.per)
  const common = useCommon(fact)
  const form = useForm({
    ...common.options,
    record: booking,
    typedFrom: () => ({ ...common.typed(), work: fact.work?.quantity ?? '', per: fact.work?.per ?? null }),
    read(typed: Reasoned & WorkTyped) {
      const read = reader<typeof typed, 'atNeeded' | 'whyNeeded'>(typed)
      const quantity = read.optionalNumber('work', WORK_QUANTITY)
      const work = quantity === null ? null : { quantity, per: typed.per ?? unit }
      return read.as({ ...common.read(read as never, typed), work })
    },
    send: (said, { id, version }) =>
      common.asked.send(said, args => correct.run({ bookingId: id, version, ...args }), ignored),
    onSaved: onLeave,
    labels: { ...LABELS, work: 'work', per: 'workUnit' },
    lengths: LENGTHS,
  })
  return (
    <FormFrame form={form} save={say('saveCorrection')} onLeave={onLeave} inDialog>
      <CounterFields
        form={form}
        machineId={booking.machineId}
        openedMs={fact.atMs}
        asksWhy={common.asked.why}
        before={before}
        beside={<WorkDone form={form} unit={form.typed.per ?? unit} rate={rate} />}
      />
      <TextInput {...textField(form, 'why')} required />
    </FormFrame>
  )
}

const LABELS = { ...COUNTER_LABELS, why: 'whyCorrected' } as const
const LENGTHS = { note: FACT_LENGTHS.note, readingReason: REASON_LENGTH, why: REASON_LENGTH }
const ignored = () => undefined

/** What both corrections have in common: how they begin, and what they send. A field that was emptied is sent empty. */
function useCommon(fact: BookingFact) {
  const say = useWords(bookingWords)
  const { calendar } = useFormat()
  const asked = useReadingAsked()
  const [begunAt] = useState(() => fieldFrom(fact.atMs, calendar))
  return {
    asked,
    options: {
      keptAs: keptUnder(fact),
      refusedAt: asked.refusedAt,
      saved: () => say('useCorrected'),
      say,
    },
    typed: (): Reasoned => ({
      ...COUNTER_NEW,
      at: begunAt,
      meterHours: fact.meterHours ?? '',
      fuel: fact.fuel?.amount ?? '',
      readingReason: fact.readingReason,
      condition: [...fact.condition],
      note: fact.note,
      photos: [...fact.photos],
      why: '',
    }),
    read(read: ReturnType<typeof reader<Reasoned, 'atNeeded' | 'whyNeeded'>>, typed: Reasoned) {
      const said = readCounter(read as never, typed, { openedMs: fact.atMs, calendar })
      const { reading = {} } = said
      return {
        // A time that nobody touched is exact, also to the second.
        ...(typed.at === null || typed.at === begunAt ? {} : { atMs: said.atMs }),
        reading: { meterHours: null, fuel: null, ...reading },
        condition: typed.condition,
        note: typed.note.trim(),
        photos: typed.photos,
        reason: read.needed('why', 'whyNeeded').trim(),
      }
    },
  }
}
