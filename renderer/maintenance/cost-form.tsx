import { Group, Text, TextInput } from '@mantine/core'
import type { CostKind } from '#booking/maintenance/kinds'
import { costOf, THOUSANDTHS } from '#booking/maintenance/work'
import { COST_CENTAVOS, COST_QUANTITY, REASON_LENGTH, WORK_LENGTHS } from '#calls/limits'
import type { MaintenanceCostRow, MaintenanceRow } from '#calls/maintenance'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { numberField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'

/** What one part or one hour costs, in pesos as it is typed. */
const EACH = { min: COST_CENTAVOS.min / 100, max: COST_CENTAVOS.max / 100, decimals: 2 }

type CostFormProps = {
  row: MaintenanceRow
  kind: CostKind
  keptAs: string
  /** The cost that is corrected; null: a new one. */
  corrects: MaintenanceCostRow | null
  autoFocus: boolean
  onLeave: () => void
}

/** Adds a part or labour, or corrects one by another entry. */
export function CostForm({ row, kind, keptAs, corrects, autoFocus, onLeave }: CostFormProps) {
  const say = useWords(maintenanceWorkWords)
  const format = useFormat()
  const add = useCommand('maintenance.addCost')
  const correct = useCommand('maintenance.correctCost')
  const quantityLimits = corrects ? { ...COST_QUANTITY, min: 0 } : COST_QUANTITY
  const form = useForm({
    keptAs,
    record: null,
    typedFrom: (): Typed => ({
      what: corrects?.what ?? '',
      quantity: corrects?.quantity ?? '',
      each: corrects ? corrects.eachCentavos / 100 : '',
      reason: '',
    }),
    read(typed) {
      const read = reader<Typed, 'whatNeeded' | 'reasonNeeded'>(typed)
      if (corrects) read.needed('reason', 'reasonNeeded')
      return read.as({
        what: read.needed('what', 'whatNeeded').trim(),
        quantity: read.number('quantity', quantityLimits),
        eachCentavos: Math.round(read.number('each', EACH) * 100),
        reason: typed.reason.trim(),
      })
    },
    send({ reason, ...cost }) {
      const on = { maintenanceId: row.id, version: row.version }
      return corrects
        ? correct.run({ ...on, ...cost, costId: corrects.id, reason })
        : add.run({ ...on, ...cost, kind })
    },
    onSaved: onLeave,
    say,
    labels: {
      what: kind,
      quantity: kind === 'part' ? 'quantity' : 'hours',
      each: kind === 'part' ? 'each' : 'eachHour',
      reason: 'whyCorrected',
    },
    lengths: { what: WORK_LENGTHS.what, reason: REASON_LENGTH },
  })
  const quantity = readNumber(form.typed.quantity, quantityLimits)
  const each = readNumber(form.typed.each, EACH)
  return (
    <FormFrame form={form} save={say(corrects ? 'saveCorrection' : 'saveCost')} onLeave={onLeave}>
      <TextInput {...textField(form, 'what')} autoFocus={autoFocus} />
      <Group grow align="flex-start">
        <NumberField
          {...numberField(form, 'quantity', quantityLimits)}
          {...(corrects && { description: say('takeBackHint') })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <NumberField {...numberField(form, 'each', EACH)} />
      </Group>
      <Text size="sm" c="dimmed" aria-live="polite">
        {quantity === null || each === null
          ? ''
          : say('comesTo', {
              amount: format.money(costOf(Math.round(quantity * THOUSANDTHS), Math.round(each * 100))),
            })}
      </Text>
      {corrects ? <TextInput {...textField(form, 'reason')} /> : null}
    </FormFrame>
  )
}

type Typed = { what: string; quantity: NumberTyped; each: NumberTyped; reason: string }
