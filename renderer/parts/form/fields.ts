import type { ChangeEvent } from 'react'
import type { NumberLimits, NumberTyped } from '../fields/read-number.ts'
import type { FieldOf, NumberFieldOf, TextFieldOf } from './reading.ts'
import type { FieldsOf } from './use-form.ts'

// The props that connect an input to a field of a form: `<TextInput {...textField(form, 'phone')} />`.

export function textField<Typed>(form: FieldsOf<Typed>, field: TextFieldOf<Typed>) {
  return {
    label: form.labelOf(field),
    value: form.typed[field] as string,
    maxLength: form.lengthOf(field),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.type({ [field]: event.currentTarget.value } as Partial<Typed>),
    error: form.wrongAt(field),
  }
}

/** For a `NumberField`. */
export function numberField<Typed>(form: FieldsOf<Typed>, field: NumberFieldOf<Typed>, limits: NumberLimits) {
  return {
    label: form.labelOf(field),
    limits,
    typed: form.typed[field] as NumberTyped,
    onType: (typed: string) => form.type({ [field]: typed } as Partial<Typed>),
    asked: form.wrongAt(field) !== null,
    refused: refusedAt(form.wrongAt(field)),
  }
}

/** The sentence of a refusal about one field. */
function refusedAt(why: string | true | null): string | null {
  return typeof why === 'string' ? why : null
}

/** For a `Select` that always has a value. */
export function choiceField<Typed>(form: FieldsOf<Typed>, field: FieldOf<Typed, string>) {
  return {
    label: form.labelOf(field),
    value: form.typed[field] as string,
    onChange: (value: string | null) => value && form.type({ [field]: value } as unknown as Partial<Typed>),
    error: form.wrongAt(field),
  }
}
