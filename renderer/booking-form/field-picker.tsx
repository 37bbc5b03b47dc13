import { Select } from '@mantine/core'
import type { FieldRow } from '#calls/fields'
import { clearButton } from '../parts/fields/clear-button.ts'
import { useCall } from '../service/use-call.ts'
import { fieldWords } from '../words/fields/fields.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import type { FormFields } from './form-fields.ts'
import { shortened } from './shortened.ts'
import type { BookingFormState } from './use-booking-fields.ts'

type FieldPickerProps = { memberId: string; form: BookingFormState }

/** Leaves room for the hectares in a form of 390 pixels. The list shows the whole name. */
const LONGEST_NAME = 24

/** Shown only if the member has fields: a choice of one field, or none. */
export function FieldPicker({ memberId, form }: FieldPickerProps) {
  const say = useWords(fieldWords)
  const format = useFormat()
  const fields = useCall('fields.list', { memberId }).data ?? []
  if (fields.length === 0) return null
  const inHectares = ({ hectares }: FieldRow) => say('inHectares', { hectares: format.number(hectares) })
  return (
    <Select
      label={say('field')}
      placeholder={say('anyField')}
      data={fields.map(field => ({
        value: field.id,
        label: [shortened(field.name, LONGEST_NAME), inHectares(field)].join(' · '),
      }))}
      renderOption={({ option }) => {
        const field = fields.find(one => one.id === option.value)
        return field ? [field.name, inHectares(field)].join(' · ') : option.label
      }}
      value={form.fields.fieldId}
      onChange={fieldId => form.change({ fieldId })}
      clearable
      clearButtonProps={clearButton(say('anyField'))}
    />
  )
}

/** How large the chosen field is; null if none is chosen. */
export function useHectares({ member, fieldId }: FormFields): number | null {
  const enabled = member !== null && fieldId !== null
  const fields = useCall('fields.list', { memberId: member?.id ?? '' }, { enabled }).data
  return fields?.find(field => field.id === fieldId)?.hectares ?? null
}
