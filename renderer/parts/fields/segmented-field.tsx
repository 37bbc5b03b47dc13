import { Input, SegmentedControl } from '@mantine/core'
import { useId } from 'react'

type SegmentedFieldProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  data: { value: Value; label: string }[]
}

/** A choice between a few options that are all visible. */
export function SegmentedField<Value extends string>(props: SegmentedFieldProps<Value>) {
  const { label, value, onChange, data } = props
  const id = useId()
  return (
    <div>
      <Input.Label id={id} labelElement="div">
        {label}
      </Input.Label>
      <SegmentedControl fullWidth aria-labelledby={id} value={value} onChange={onChange} data={data} />
    </div>
  )
}
