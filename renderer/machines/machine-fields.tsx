import { Group, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { RATE_UNITS } from '#booking/money/price'
import { IMPLEMENTS, SACKS, UNITS } from '#calls/limits'
import { NumberField } from '../parts/fields/number-field.tsx'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { choiceField, numberField, textField } from '../parts/form/fields.ts'
import type { Form } from '../parts/form/use-form.ts'
import { RATE } from '../rates/rate-in-pesos.ts'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines/screen.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { begunAs } from './begun-as.ts'
import { bufferLimits, type MachineTyped } from './machine-typed.ts'
import { TypeField } from './type-field.tsx'

type MachineFieldsProps = {
  form: Form<MachineTyped>
  /** A new machine begins as is usual for its type, where nothing else was typed. */
  isNew: boolean
}

export function MachineFields({ form, isNew }: MachineFieldsProps) {
  const say = useWords(machineWords)
  const unit = useWords(rateUnitWords)
  const { typed } = form
  return (
    <>
      <TextInput {...textField(form, 'name')} data-autofocus />
      <TypeField
        typeId={typed.typeId}
        typed={typed.typeText}
        onType={typeText => form.type({ typeText })}
        onPick={type =>
          form.type({ typeId: type.id, typeText: null, ...(isNew ? begunAs(type.name, typed, unit) : {}) })
        }
        error={form.wrongAt('typeId')}
      />
      <SegmentedField
        label={form.labelOf('bookingMode')}
        value={typed.bookingMode}
        onChange={bookingMode => form.type({ bookingMode, before: 0, after: 0 })}
        data={[
          { value: 'days', label: say('days') },
          { value: 'time', label: say('time') },
        ]}
      />
      <Group grow align="flex-start">
        <NumberField
          {...numberField(form, 'capacity', UNITS)}
          description={say('capacityHint')}
          inputWrapperOrder={BELOW}
        />
        <TextInput
          {...textField(form, 'unitName')}
          description={say('unitNameHint')}
          inputWrapperOrder={BELOW}
        />
      </Group>
      <BatchFields form={form} />
      <Group grow align="flex-start">
        <NumberField {...numberField(form, 'before', bufferLimits(typed.bookingMode))} />
        <NumberField {...numberField(form, 'after', bufferLimits(typed.bookingMode))} />
      </Group>
      <Switch
        label={form.labelOf('pendingBlocks')}
        checked={typed.pendingBlocks}
        onChange={event => form.type({ pendingBlocks: event.currentTarget.checked })}
      />
      {isNew ? (
        <Group grow align="flex-start">
          <NumberField {...numberField(form, 'rate', RATE)} optional />
          <Select
            {...choiceField(form, 'per')}
            data={RATE_UNITS.map(value => ({ value, label: unit(value) }))}
            allowDeselect={false}
          />
        </Group>
      ) : null}
      <TextInput {...textField(form, 'registrationNumber')} />
      <TextInput {...textField(form, 'location')} />
      <TagsInput
        label={form.labelOf('implements')}
        placeholder={say('implementsHint')}
        value={typed.implements}
        onChange={names => form.type({ implements: names.map(name => name.slice(0, IMPLEMENTS.length)) })}
        maxTags={IMPLEMENTS.most}
      />
      <Textarea {...textField(form, 'note')} rows={3} />
    </>
  )
}

/** How many sacks go into it, for a machine that stays where it is, such as a dryer or a mill. */
function BatchFields({ form }: { form: Form<MachineTyped> }) {
  const say = useWords(machineWords)
  const { data: types } = useCall('machines.types', {})
  const { typeId, capacity, batchSacks, daySacks } = form.typed
  const stays = types?.find(type => type.id === typeId)?.stays ?? false
  if (!stays && Number(capacity) <= 1 && batchSacks === '' && daySacks === '') return null
  return (
    <Group grow align="flex-start">
      <NumberField
        {...numberField(form, 'batchSacks', SACKS)}
        description={say('batchSacksHint')}
        inputWrapperOrder={BELOW}
        optional
      />
      <NumberField
        {...numberField(form, 'daySacks', SACKS)}
        description={say('daySacksHint')}
        inputWrapperOrder={BELOW}
        optional
      />
    </Group>
  )
}

/** Hints go below, so that fields side by side are aligned. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
