import {
  Group,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useId } from 'react'
import type { BookingMode } from '#booking/period'
import { RATE_UNITS, type RateUnit } from '#booking/price'
import { machineWords } from '../words/machines.ts'
import { tradeWords } from '../words/trades.ts'
import { useWords } from '../words/words.ts'
import type { MachineProblem, MachineTyped } from './machine-typed.ts'
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
  const whole = { allowDecimal: false, allowNegative: false, clampBehavior: 'none' } as const
  const bufferUnit = say(typed.bookingMode === 'days' ? 'unitDays' : 'unitMinutes')
  const bufferWrong = say(typed.bookingMode === 'days' ? 'wholeDays' : 'wholeNumber')
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
        <NumberInput
          label={say('capacity')}
          description={say('capacityHint')}
          inputWrapperOrder={BELOW}
          {...whole}
          min={1}
          max={1_000_000}
          value={typed.capacity}
          onChange={capacity => set({ capacity })}
          error={wrong('capacity', say('capacityNeeded'))}
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
        <NumberInput
          label={say('before', { unit: bufferUnit })}
          {...whole}
          min={0}
          value={typed.before}
          onChange={before => set({ before })}
          error={wrong('before', bufferWrong)}
        />
        <NumberInput
          label={say('after', { unit: bufferUnit })}
          {...whole}
          min={0}
          value={typed.after}
          onChange={after => set({ after })}
          error={wrong('after', bufferWrong)}
        />
      </Group>
      <Switch
        label={say('pendingBlocks')}
        checked={typed.pendingBlocks}
        onChange={event => set({ pendingBlocks: event.currentTarget.checked })}
      />
      <RateFields typed={typed} set={set} error={wrong('rate', say('rateNeeded'))} />
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
        autosize
        minRows={2}
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

function RateFields({
  typed,
  set,
  error,
}: {
  typed: MachineTyped
  set: (part: Partial<MachineTyped>) => void
  error: string | null
}) {
  const say = useWords(machineWords)
  const trade = useWords(tradeWords)
  return (
    <Group grow align="flex-start">
      <NumberInput
        label={say('rateAmount')}
        decimalScale={2}
        thousandSeparator=","
        allowNegative={false}
        clampBehavior="none"
        min={0}
        value={typed.rate}
        onChange={rate => set({ rate })}
        error={error}
      />
      <Select
        label={say('ratePer')}
        data={RATE_UNITS.map(value => ({ value, label: trade(value) }))}
        value={typed.per}
        onChange={per => per && set({ per: per as RateUnit })}
        allowDeselect={false}
      />
    </Group>
  )
}
