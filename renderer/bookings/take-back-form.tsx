import { Group, Modal, Select, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { brokenOf, isFine, type Seen } from '#booking/machines/condition'
import { lateFeeOf } from '#booking/money/late-fee'
import { measuredPrice, type Rate, WORK_UNITS, type WorkUnit } from '#booking/money/price'
import type { BookingRow } from '#calls/booking-rows'
import { FACT_LENGTHS, REASON_LENGTH, WORK_QUANTITY } from '#calls/limits'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { type FieldsOf, useForm } from '../parts/form/use-form.ts'
import { LateFeeToCome } from '../payments/late-fee.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'
import {
  atOf,
  COUNTER_LABELS,
  COUNTER_NEW,
  type CounterTyped,
  counterOf,
  readCounter,
} from './at-the-counter.ts'
import { BELOW, CounterFields, type SeenBefore } from './counter-fields.tsx'
import { useGoingOut } from './going-out.ts'
import { useSeenAtReturn } from './hand-over-form.tsx'
import { useReadingAsked } from './reading-asked.ts'
import type { Decisions } from './use-decision.ts'

/** The unit is null until another one than the machine's is chosen. */
export type WorkTyped = { work: NumberTyped; per: WorkUnit | null }
type Typed = CounterTyped & WorkTyped
const NEW: Typed = { ...COUNTER_NEW, work: '', per: null }

/** The dialog in which a machine is taken back. It opens again with what was typed in it. */
export function TakeBackDialog({ decisions }: { decisions: Decisions }) {
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  const { booking, asking, ask, close } = decisions
  const words = useGoingOut(booking.machineId)
  useFormBroughtBack(keptAs => {
    if (keptAs !== counterOf('take-back', booking)) return false
    ask('bookings.return')
    return true
  })
  if (asking !== 'bookings.return') return null
  return (
    <Modal
      opened
      onClose={close}
      title={say(words.backTitle, { machine: booking.machineName })}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      size="lg"
      centered
    >
      <TakeBackForm decisions={decisions} />
    </Modal>
  )
}

function TakeBackForm({ decisions }: { decisions: Decisions }) {
  const say = useWords(bookingWords)
  const { calendar } = useFormat()
  const { booking, takeBack, tookBack, close } = decisions
  const words = useGoingOut(booking.machineId)
  const [openedMs] = useState(() => Date.now())
  const asked = useReadingAsked()
  const seen = useRef<readonly Seen[]>([])
  const before = useSeenAtHandOver(booking)
  const rate = useRate(booking)
  const unit = unitOf(rate?.per)
  const rule = useCall('payments.account', { bookingId: booking.id }).data?.lateFeeRule
  const form = useForm({
    keptAs: counterOf('take-back', booking),
    record: null,
    typedFrom: () => NEW,
    read(typed) {
      const read = reader<Typed, 'atNeeded'>(typed)
      const quantity = read.optionalNumber('work', WORK_QUANTITY)
      seen.current = typed.condition
      return read.as({
        ...readCounter(read, typed, { openedMs, calendar }),
        ...(quantity !== null && { work: { quantity, per: typed.per ?? unit } }),
      })
    },
    send: said => asked.send(said, takeBack, tookBack),
    // Its details offer the repair of what is broken, and the late fee.
    onSaved: yes => void tookBack(yes, brokenOf(seen.current).length > 0 || fee !== null),
    refusedAt: asked.refusedAt,
    say,
    labels: { ...COUNTER_LABELS, work: 'work', per: 'workUnit' },
    lengths: { note: FACT_LENGTHS.note, readingReason: REASON_LENGTH },
  })
  const backMs = atOf(form.typed, openedMs, calendar)
  const fee = rule && backMs !== null ? lateFeeOf(rule, booking.endMs, backMs) : null
  const names = { machine: booking.machineName, member: booking.memberName }
  return (
    <FormFrame form={form} save={say(words.comeBack)} onLeave={close} inDialog>
      <Text size="sm">{say(words.backExplain, names)}</Text>
      <CounterFields
        form={form}
        machineId={booking.machineId}
        openedMs={openedMs}
        asksWhy={asked.why}
        before={before}
        aboutTime={fee ? <LateFeeToCome fee={fee} /> : null}
        beside={<WorkDone form={form} unit={form.typed.per ?? unit} rate={rate} />}
      />
    </FormFrame>
  )
}

/** What was seen as the machine went out; if nobody looked then, as it last came back. */
export function useSeenAtHandOver({ id: bookingId, machineId }: BookingRow): SeenBefore {
  const say = useWords(bookingWords)
  const atReturn = useSeenAtReturn(machineId)
  const facts = useCall('bookings.get', { bookingId }).data?.facts ?? []
  const out = facts.find(fact => fact.standing && fact.kind === 'hand-over')
  if (!out || out.condition.length === 0) return atReturn
  return { condition: out.condition, said: say(isFine(out.condition) ? 'fineBeforeUse' : 'seenBeforeUse') }
}

type WorkDoneProps = {
  form: FieldsOf<WorkTyped>
  unit: WorkUnit
  rate: Rate | null
}

/** The measured work, and its price where the machine's rate is by the same unit. */
export function WorkDone({ form, unit, rate }: WorkDoneProps) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const units = useWords(rateUnitWords)
  const quantity = readNumber(form.typed.work, WORK_QUANTITY)
  const price = rate && quantity !== null ? measuredPrice(rate, { quantity, per: unit }) : null
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <div style={{ flex: 1 }}>
        <NumberField
          {...numberField(form, 'work', WORK_QUANTITY)}
          {...(price && { description: say('comesTo', { amount: format.money(price.centavos) }) })}
          inputWrapperOrder={BELOW}
          optional
        />
      </div>
      <Select
        label={form.labelOf('per')}
        data={WORK_UNITS.map(value => ({ value, label: units(value) }))}
        value={unit}
        onChange={per => form.type({ per })}
        allowDeselect={false}
        w={112}
      />
    </Group>
  )
}

/** The booking's rate; null if it has none, or is not known yet. */
export function useRate({ id }: BookingRow): Rate | null {
  return useCall('bookings.get', { bookingId: id }).data?.price?.rate ?? null
}

/** Work is measured in the rate's unit; hectares where that is the job as a whole, or where there is no rate. */
export function unitOf(per: Rate['per'] | undefined): WorkUnit {
  return WORK_UNITS.find(unit => unit === per) ?? 'hectare'
}
