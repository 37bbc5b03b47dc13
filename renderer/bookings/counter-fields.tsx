import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Seen } from '#booking/machines/condition'
import { EIGHTHS, type FuelReadIn } from '#booking/machines/fuel'
import { FUEL, METER_HOURS } from '#calls/limits'
import { NumberField } from '../parts/fields/number-field.tsx'
import { fieldFrom } from '../parts/fields/wall-field.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { numberField, textField } from '../parts/form/fields.ts'
import type { FieldsOf } from '../parts/form/use-form.ts'
import { PhotosField } from '../parts/photos/photos-field.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { fuelInWords, meterInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'
import { type CounterTyped, shownAt } from './at-the-counter.ts'
import { ConditionSheet } from './condition-sheet.tsx'

/** `said`: how that is said above the points; null if nothing was seen. */
export type SeenBefore = { readonly condition: readonly Seen[]; readonly said: string | null }

type CounterFieldsProps = {
  form: FieldsOf<CounterTyped>
  machineId: string
  /** The moment at which the form was opened, which is the time unless another one is typed. */
  openedMs: number
  /** The office asked why a reading goes backward. */
  asksWhy: boolean
  /** What was seen before at the machine, with which the condition is compared. */
  before: SeenBefore
  /** What else the form has beside the readings. */
  beside?: ReactNode
  /** What should be known about the time before confirming. */
  aboutTime?: ReactNode
  children?: ReactNode
}

/** When it happened, what was read at the machine, and a note: of both forms. Only the time is needed. */
export function CounterFields(props: CounterFieldsProps) {
  const { form, machineId, openedMs, asksWhy, before, beside, aboutTime, children } = props
  const { calendar } = useFormat()
  const { points } = useLookedAt(machineId)
  return (
    <>
      <WhenField
        label={form.labelOf('at')}
        mode="time"
        value={shownAt(form.typed, openedMs, calendar)}
        onChange={at => form.type({ at: at === fieldFrom(openedMs, calendar) ? null : at })}
        error={form.wrongAt('at')}
        withPicker
        autoFocusInPanel
      />
      {aboutTime}
      <Readings form={form} machineId={machineId} />
      {asksWhy || form.typed.readingReason ? <TextInput {...textField(form, 'readingReason')} /> : null}
      <SimpleGrid {...TWO}>{beside}</SimpleGrid>
      {children}
      <ConditionSheet
        label={form.labelOf('condition')}
        points={points}
        before={before.condition}
        beforeSaid={before.said}
        seen={form.typed.condition}
        onSee={condition => form.type({ condition })}
      />
      <Textarea {...textField(form, 'note')} autosize minRows={1} maxRows={6} />
      <PhotosField
        label={form.labelOf('photos')}
        hashes={form.typed.photos}
        onChange={photos => form.type({ photos })}
        error={form.wrongAt('photos')}
      />
    </>
  )
}

function Readings({ form, machineId }: { form: FieldsOf<CounterTyped>; machineId: string }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { meter, fuel } = useLookedAt(machineId)
  const last = useCall('machines.lastSeen', { machineId }).data
  const was = (read: string, atMs: number) => say('lastRead', { read, when: format.instant(atMs) })
  if (!meter && fuel === 'none') return null
  return (
    <SimpleGrid {...TWO}>
      {meter ? (
        <NumberField
          {...numberField(form, 'meterHours', METER_HOURS)}
          label={say('meterInHours')}
          {...(last?.meter && { description: was(meterInWords(last.meter.hours, format), last.meter.atMs) })}
          inputWrapperOrder={BELOW}
          optional
        />
      ) : null}
      {fuel === 'none' ? null : (
        <NumberField
          {...numberField(form, 'fuel', fuel === 'eighths' ? { min: 0, max: EIGHTHS } : FUEL)}
          label={say(fuel === 'eighths' ? 'fuelInEighths' : 'fuelInLitres')}
          {...(last?.fuel && { description: was(fuelInWords(last.fuel.fuel, format), last.fuel.atMs) })}
          inputWrapperOrder={BELOW}
          optional
        />
      )}
    </SimpleGrid>
  )
}

/** What is read and looked at on a machine, as its type says; nothing while that is not known. */
function useLookedAt(machineId: string): { meter: boolean; fuel: FuelReadIn; points: readonly string[] } {
  const machines = useCall('machines.list', { withRetired: true }).data
  const types = useCall('machines.types', {}).data
  const typeId = machines?.find(machine => machine.id === machineId)?.typeId
  const type = types?.find(one => one.id === typeId)
  return { meter: type?.meter ?? false, fuel: type?.fuel ?? 'none', points: type?.points ?? [] }
}

/** Hints go below, so that fields side by side are aligned. */
export const BELOW: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

const TWO = { cols: { base: 1, xs: 2 }, spacing: 'sm', verticalSpacing: 'sm' } as const
