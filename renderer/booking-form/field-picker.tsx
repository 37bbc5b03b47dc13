import { Select } from '@mantine/core'
import { useCall } from '../service/use-call.ts'
import { fieldWords } from '../words/fields/fields.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type FieldPickerProps = { memberId: string; fieldId: string | null; onPick: (fieldId: string | null) => void }

/** Shown only if the member has fields: a choice of one field, or none. */
export function FieldPicker({ memberId, fieldId, onPick }: FieldPickerProps) {
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
      value={fieldId}
      onChange={onPick}
      clearable
    />
  )
}
