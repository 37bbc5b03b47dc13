import { Button, Group, Select, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core'
import { FUEL_READ_IN, type FuelReadIn } from '#booking/machines/fuel'
import { READY_MADE_TYPES } from '#booking/machines/ready-made-types'
import { PLAN_LIMITS } from '#booking/maintenance/due'
import { LATE_FEE_PER, type LateFeePer } from '#booking/money/late-fee'
import { RULE_LIMITS } from '#booking/settings/rules'
import { FEE_CENTAVOS, MACHINE_TYPE_LENGTHS, POINTS } from '#calls/limits'
import type { MachineType } from '#calls/machines'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { useAddOrChange } from '../parts/form/add-or-change.ts'
import { choiceField, numberField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { sameFields } from '../parts/form/same-fields.ts'
import { type FieldsOf, useForm } from '../parts/form/use-form.ts'
import { lateFeePerWords } from '../words/machines/history.ts'
import { pointWords } from '../words/machines/points.ts'
import { machineWords } from '../words/machines/screen.ts'
import { fuelReadInWords } from '../words/machines/statuses.ts'
import { useWords } from '../words/words.ts'
import { readyMadeNamed } from './ready-made-named.ts'

type TypeFormProps = { type: MachineType | null; onDone: () => void }

/** Adds or changes a machine type. */
export function TypeForm({ type, onDone }: TypeFormProps) {
  const say = useWords(machineWords)
  const readIn = useWords(fuelReadInWords)
  const form = useTypeForm({
    type,
    keptAs: `machine-type.${type?.id ?? 'new'}`,
    saved: yes => say('typeSaved', { name: yes.type.name }),
    onSaved: onDone,
  })
  const days = (field: keyof typeof RULE_LIMITS) => (
    <NumberField {...numberField(form, field, RULE_LIMITS[field])} placeholder={say('asOffice')} optional />
  )
  return (
    <FormFrame form={form} save={say('saveType')} onLeave={onDone}>
      <TextInput {...textField(form, 'name')} autoFocus />
      <Group grow align="flex-start">
        {days('minNoticeDays')}
        {days('maxDays')}
        {days('horizonDays')}
      </Group>
      <Switch
        label={form.labelOf('stays')}
        checked={form.typed.stays}
        onChange={event => form.type({ stays: event.currentTarget.checked })}
      />
      <Switch
        label={form.labelOf('meter')}
        checked={form.typed.meter}
        onChange={event => form.type({ meter: event.currentTarget.checked })}
      />
      <SegmentedField
        label={form.labelOf('fuel')}
        value={form.typed.fuel}
        onChange={fuel => form.type({ fuel })}
        data={FUEL_READ_IN.map(value => ({ value, label: readIn(value) }))}
      />
      <Fees form={form} />
      <Points form={form} />
      <Plan form={form} />
    </FormFrame>
  )
}

/** What is paid at the approval, and for coming back late. */
function Fees({ form }: { form: FieldsOf<TypeTyped> }) {
  const per = useWords(lateFeePerWords)
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <NumberField {...numberField(form, 'deposit', PESOS)} optional />
      <NumberField {...numberField(form, 'lateFee', PESOS)} optional />
      <Select
        {...choiceField(form, 'lateFeePer')}
        data={LATE_FEE_PER.map(value => ({ value, label: per(value) }))}
        allowDeselect={false}
      />
    </Group>
  )
}

/** After how much since the last maintenance its machines need another. */
function Plan({ form }: { form: FieldsOf<TypeTyped> }) {
  const say = useWords(machineWords)
  const after = (field: keyof typeof PLAN_LIMITS) => (
    <NumberField {...numberField(form, field, PLAN_LIMITS[field])} optional />
  )
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">
        {say('planHint')}
      </Text>
      <Group grow align="flex-start">
        {form.typed.meter ? after('dueHours') : null}
        {after('dueDays')}
        {after('dueBookings')}
      </Group>
    </Stack>
  )
}

/** What is looked at on its machines. Where nothing is yet, a type with a ready-made name offers the usual points. */
function Points({ form }: { form: FieldsOf<TypeTyped> }) {
  const say = useWords(machineWords)
  const pointNamed = useWords(pointWords)
  const { points, name } = form.typed
  const readyMade = points.length === 0 ? readyMadeNamed(name) : undefined
  return (
    <Stack gap={6} align="flex-start">
      <TagsInput
        w="100%"
        label={form.labelOf('points')}
        description={say('pointsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={points}
        onChange={typed => form.type({ points: typed.map(point => point.slice(0, POINTS.length)) })}
        maxTags={POINTS.most}
      />
      {readyMade ? (
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            form.type({ points: READY_MADE_TYPES[readyMade].points.map(point => pointNamed(point)) })
          }
        >
          {say('usualPoints')}
        </Button>
      ) : null}
    </Stack>
  )
}

type TypeForming = {
  /** Null for a new one. */
  type: MachineType | null
  keptAs: string
  inAnother?: boolean
  saved?: (yes: { type: MachineType }) => string
  onSaved: (yes: { type: MachineType }) => void
}

/** The form of a machine type, in the list of types and inside a machine's form. */
export function useTypeForm({ type, ...forming }: TypeForming) {
  const say = useWords(machineWords)
  const send = useAddOrChange('machines.addType', 'machines.changeType', 'typeId')
  return useForm({
    ...forming,
    record: type,
    typedFrom: typedType,
    read: readType,
    send,
    refusedAt: refusal => (refusal.reason === 'name-taken' ? { name: say('typeNameTaken') } : null),
    say,
    labels: {
      name: 'typeName',
      minNoticeDays: 'minNotice',
      maxDays: 'maxDays',
      horizonDays: 'horizon',
      stays: 'stays',
      meter: 'hasMeter',
      fuel: 'fuelIsRead',
      points: 'points',
      dueHours: 'dueHours',
      dueDays: 'dueDays',
      dueBookings: 'dueBookings',
      deposit: 'deposit',
      lateFee: 'lateFee',
      lateFeePer: 'lateFeePer',
    },
    lengths: MACHINE_TYPE_LENGTHS,
  })
}

/** An empty number of days: the cooperative's rule applies. */
type TypeTyped = {
  name: string
  stays: boolean
  meter: boolean
  fuel: FuelReadIn
  points: string[]
  /** In pesos; empty for none. */
  deposit: NumberTyped
  lateFee: NumberTyped
  lateFeePer: LateFeePer
} & {
  [Rule in keyof typeof RULE_LIMITS | keyof typeof PLAN_LIMITS]: NumberTyped
}
const NO_RULES = { minNoticeDays: '', maxDays: '', horizonDays: '' }
const NO_PLAN = { dueHours: '', dueDays: '', dueBookings: '' }
const NO_FEES = { deposit: '', lateFee: '', lateFeePer: 'day' as LateFeePer }
const NEW: TypeTyped = {
  name: '',
  ...NO_RULES,
  ...NO_PLAN,
  ...NO_FEES,
  stays: false,
  meter: true,
  fuel: 'litres',
  points: [],
}
const PESOS = { min: 0.01, max: FEE_CENTAVOS.max / 100, decimals: 2 }

function typedType(type: MachineType | null): TypeTyped {
  const { depositCentavos = null, lateFeeCentavos = null, lateFeePer = null } = type ?? {}
  const pesos = (centavos: number | null) => (centavos === null ? '' : centavos / 100)
  const fees = {
    deposit: pesos(depositCentavos),
    lateFee: pesos(lateFeeCentavos),
    lateFeePer: lateFeePer ?? 'day',
  }
  const { deposit: _, lateFee: _l, lateFeePer: _p, ...plain } = NEW
  return { ...sameFields(plain, type), ...fees }
}

function centavos(pesos: number | null): number | null {
  return pesos === null ? null : Math.round(pesos * 100)
}

function readType(typed: TypeTyped) {
  const read = reader<TypeTyped, 'nameNeeded'>(typed)
  return read.as({
    name: read.needed('name', 'nameNeeded'),
    minNoticeDays: read.optionalNumber('minNoticeDays', RULE_LIMITS.minNoticeDays),
    maxDays: read.optionalNumber('maxDays', RULE_LIMITS.maxDays),
    horizonDays: read.optionalNumber('horizonDays', RULE_LIMITS.horizonDays),
    stays: typed.stays,
    meter: typed.meter,
    fuel: typed.fuel,
    points: typed.points,
    // Without a meter no hours can be counted.
    dueHours: typed.meter ? read.optionalNumber('dueHours', PLAN_LIMITS.dueHours) : null,
    dueDays: read.optionalNumber('dueDays', PLAN_LIMITS.dueDays),
    dueBookings: read.optionalNumber('dueBookings', PLAN_LIMITS.dueBookings),
    depositCentavos: centavos(read.optionalNumber('deposit', PESOS)),
    lateFeeCentavos: centavos(read.optionalNumber('lateFee', PESOS)),
    lateFeePer: typed.lateFeePer,
  })
}
