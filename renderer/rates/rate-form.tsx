import { Group, Select, Text } from '@mantine/core'
import { RATE_UNITS, RATE_WITH, type RateUnit, type RateWith } from '#booking/money/price'
import { isLocalDay } from '#booking/time/day'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { choiceField, numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { rateWithWords, rateWords } from '../words/money/rates.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { RATE } from './rate-in-pesos.ts'
import type { RatedThing } from './rated-thing.ts'

type RateFormProps = { of: RatedThing; keptAs: string; autoFocus: boolean; onLeave: () => void }

/** Adds a rate, valid from today unless another day is typed. */
export function RateForm({ of, keptAs, autoFocus, onLeave }: RateFormProps) {
  const say = useWords(rateWords)
  const unit = useWords(rateUnitWords)
  const includes = useWords(rateWithWords)
  const format = useFormat()
  const set = useCommand('rates.set')
  const form = useForm({
    keptAs,
    record: null,
    typedFrom: () => ({ ...NEW, validFrom: todayIn(format.calendar) }),
    read: readRate,
    send: fields =>
      set.run({ ...('machineId' in of ? { machineId: of.machineId } : { typeId: of.typeId }), ...fields }),
    saved: () => say('saved'),
    onSaved: onLeave,
    refusedAt: refusal =>
      refusal.reason === 'rate-in-the-past' ? { validFrom: refusalSentence(refusal, format) } : null,
    say,
    labels: LABELS,
    lengths: { validFrom: 10, dayUnread: 100 },
  })
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <Group grow align="flex-start">
        <NumberField {...numberField(form, 'centavos', RATE)} autoFocus={autoFocus} />
        <Select
          {...choiceField(form, 'per')}
          data={RATE_UNITS.map(value => ({ value, label: unit(value) }))}
          allowDeselect={false}
        />
      </Group>
      <Group grow align="flex-start">
        <NumberField {...numberField(form, 'others', RATE)} placeholder={say('othersSame')} optional />
        <Select
          {...choiceField(form, 'with')}
          data={RATE_WITH.map(value => ({ value, label: includes(value) }))}
          allowDeselect={false}
        />
      </Group>
      <WhenField
        label={form.labelOf('validFrom')}
        mode="days"
        value={form.typed.validFrom}
        unread={form.typed.dayUnread}
        onChange={(validFrom, _, dayUnread) => form.type({ validFrom, dayUnread })}
        error={form.wrongAt('validFrom')}
        withPicker
      />
      <Text size="sm" c="dimmed">
        {say('explain')}
      </Text>
    </FormFrame>
  )
}

/** Amounts in pesos. `dayUnread`: what is typed in the field for the day and cannot be read. */
type Typed = typeof NEW
const NEW = {
  centavos: '' as NumberTyped,
  per: 'day' as RateUnit,
  others: '' as NumberTyped,
  with: 'nothing' as RateWith,
  validFrom: '',
  dayUnread: '',
}
const LABELS = {
  centavos: 'amount',
  per: 'per',
  others: 'othersAmount',
  with: 'with',
  validFrom: 'validFrom',
  dayUnread: 'validFrom',
} as const

function readRate(typed: Typed) {
  const { validFrom, dayUnread, per, with: included } = typed
  const read = reader<Typed, 'dayNeeded' | 'dayWrong'>(typed)
  const pesos = read.number('centavos', RATE)
  const others = read.optionalNumber('others', RATE)
  if (dayUnread.trim() !== '') read.wrong('validFrom', 'dayWrong')
  else if (!isLocalDay(validFrom)) read.wrong('validFrom', 'dayNeeded')
  const inCentavos = (amount: number) => Math.round(amount * 100)
  return read.as({
    per,
    centavos: inCentavos(pesos),
    forOthersCentavos: others === null ? null : inCentavos(others),
    with: included,
    validFrom,
  })
}
