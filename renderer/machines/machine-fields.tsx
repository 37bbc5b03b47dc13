import { Group, Input, SegmentedControl, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { RATE_UNITS, type RateUnit } from '#booking/money/price'
import type { BookingMode } from '#booking/time/period'
import { NumberField } from '../parts/fields/number-field.tsx'
import { machineWords } from '../words/machines/screen.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { bufferLimits, CAPACITY, type MachineProblem, type MachineTyped, RATE } from './machine-typed.ts'
import { TypeField } from './type-field.tsx'

type MachineFieldsProps = {
  typed: MachineTyped
  onType: (typed: MachineTyped) => void
  problems: readonly MachineProblem[]
}

export function MachineFields({ typed, onType, problems }: MachineFieldsProps) {
  const say = useWords(machineWords)
  const set = (part: Partial<MachineTyped>) => onType({ ...typed, ...part })
  const wrong = (field: MachineProblem, sentence: string) => (problems.includes(field) ? sentence : null)
  const bufferUnit = say(typed.bookingMode === 'days' ? 'unitDays' : 'unitMinutes')
  return (
    <>
      <TextInput
        label={say('name')}
        value={typed.name}
        maxLength={80}
        onChange={event => set({ name: event.currentTarget.value })}
        error={wrong('name', say('nameNeeded'))}
        data-autofocus
      />
      <TypeField
        typeId={typed.typeId}
        onPick={typeId => set({ typeId })}
        error={wrong('type', say('typeNeeded'))}
      />
      <ModeField mode={typed.bookingMode} onPick={bookingMode => set({ bookingMode, before: 0, after: 0 })} />
      <Group grow align="flex-start">
        <NumberField
          label={say('capacity')}
          description={say('capacityHint')}
          inputWrapperOrder={BELOW}
          limits={CAPACITY}
          typed={typed.capacity}
          onType={capacity => set({ capacity })}
          asked={problems.includes('capacity')}
        />
        <TextInput
          label={say('unitName')}
          description={say('unitNameHint')}
          inputWrapperOrder={BELOW}
          value={typed.unitName}
          maxLength={20}
          onChange={event => set({ unitName: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start">
        <NumberField
          label={say('before', { unit: bufferUnit })}
          limits={bufferLimits(typed.bookingMode)}
          typed={typed.before}
          onType={before => set({ before })}
          asked={problems.includes('before')}
        />
        <NumberField
          label={say('after', { unit: bufferUnit })}
          limits={bufferLimits(typed.bookingMode)}
          typed={typed.after}
          onType={after => set({ after })}
          asked={problems.includes('after')}
        />
      </Group>
      <Switch
        label={say('pendingBlocks')}
        checked={typed.pendingBlocks}
        onChange={event => set({ pendingBlocks: event.currentTarget.checked })}
      />
      <RateFields typed={typed} set={set} />
      <TextInput
        label={say('location')}
        value={typed.location}
        maxLength={120}
        onChange={event => set({ location: event.currentTarget.value })}
      />
      <TagsInput
        label={say('implements')}
        placeholder={say('implementsHint')}
        value={typed.implements}
        onChange={names => set({ implements: names.map(name => name.slice(0, 60)) })}
        maxTags={20}
      />
      <Textarea
        label={say('note')}
        value={typed.note}
        maxLength={1000}
        rows={3}
        onChange={event => set({ note: event.currentTarget.value })}
      />
    </>
  )
}

/** Hints below, so that fields side by side stand on one line. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

function ModeField({ mode, onPick }: { mode: BookingMode; onPick: (mode: BookingMode) => void }) {
  const say = useWords(machineWords)
  const id = useId()
  return (
    <div>
      <Input.Label id={id} labelElement="div">
        {say('bookedBy')}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={mode}
        onChange={value => onPick(value as BookingMode)}
        data={[
          { value: 'days', label: say('days') },
          { value: 'time', label: say('time') },
        ]}
      />
    </div>
  )
}

function RateFields({ typed, set }: { typed: MachineTyped; set: (part: Partial<MachineTyped>) => void }) {
  const say = useWords(machineWords)
  const unit = useWords(rateUnitWords)
  return (
    <Group grow align="flex-start">
      <NumberField
        label={say('rateAmount')}
        limits={RATE}
        typed={typed.rate}
        onType={rate => set({ rate })}
        optional
      />
      <Select
        label={say('ratePer')}
        data={RATE_UNITS.map(value => ({ value, label: unit(value) }))}
        value={typed.per}
        onChange={per => per && set({ per: per as RateUnit })}
        allowDeselect={false}
      />
    </Group>
  )
}
