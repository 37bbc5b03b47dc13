import { Select } from '@mantine/core'
import { useCall } from '../service/use-call.ts'
import { fieldWords } from '../words/fields/fields.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import type { BookingFormState } from './use-booking-fields.ts'

type FieldPickerProps = { memberId: string; form: BookingFormState }

/** Shown only if the member has fields: a choice of one field, or none. */
export function FieldPicker({ memberId, form }: FieldPickerProps) {
  const say = useWords(fieldWords)
  const format = useFormat()
  const fields = useCall('fields.list', { memberId }).data ?? []
  if (fields.length === 0) return null
  return (
    <Select
      label={say('field')}
      placeholder={say('anyField')}
      data={fields.map(field => ({
        value: field.id,
        label: `${field.name} · ${say('inHectares', { hectares: format.number(field.hectares) })}`,
      }))}
      value={form.fields.fieldId}
      onChange={fieldId => form.change({ fieldId })}
      clearable
    />
  )
}
