import { type NumberLimits, type NumberTyped, readNumber } from '../fields/read-number.ts'

/** The fields that are not right yet: a key of the screen's words, or `true` if the field itself says what is wrong. */
export type Problems<Typed, Why extends string> = { readonly [Field in keyof Typed]?: Why | true }

/** What a form says, as the office takes it; or what is not right yet. */
export type Reading<Typed, Fields, Why extends string> =
  | { fields: Fields }
  | { problems: Problems<Typed, Why> }

/** The fields of a form that hold this kind of value. */
export type FieldOf<Typed, Value> = {
  [Field in keyof Typed]: Typed[Field] extends Value ? Field : never
}[keyof Typed] &
  string
export type NumberFieldOf<Typed> = {
  [Field in keyof Typed]: number extends Typed[Field] ? Field : never
}[keyof Typed] &
  string
/** The fields in which any text can stand, and so need a length. */
export type TextFieldOf<Typed> = {
  [Field in FieldOf<Typed, string>]: string extends Typed[Field] ? Field : never
}[FieldOf<Typed, string>]

export type Reader<Typed, Why extends string> = {
  /** A text that must not be empty. */
  needed: (field: TextFieldOf<Typed>, why: Why) => string
  /** A value that the form has worked out from a field; null or undefined if it could not. */
  given: <Value>(field: keyof Typed, value: Value | null | undefined, why: Why) => Value
  /** A number within its limits. */
  number: (field: NumberFieldOf<Typed>, limits: NumberLimits) => number
  /** The same; null if the field is empty. */
  optionalNumber: (field: NumberFieldOf<Typed>, limits: NumberLimits) => number | null
  /** Anything else that is not right. */
  wrong: (field: keyof Typed, why: Why | true) => void
  /** The fields as the office takes them, if nothing was wrong in any of them. */
  as: <Fields>(fields: Fields) => Reading<Typed, Fields, Why>
}

/**
 * Reads a form field by field and collects the fields that are not right yet. The value returned for such a field is
 * only a placeholder: `as` then returns the problems and no fields.
 */
export function reader<Typed, Why extends string = never>(typed: Typed): Reader<Typed, Why> {
  const problems: { [Field in keyof Typed]?: Why | true } = {}
  function wrong(field: keyof Typed, why: Why | true): void {
    problems[field] ??= why
  }
  function optionalNumber(field: NumberFieldOf<Typed>, limits: NumberLimits): number | null {
    const said = typed[field] as NumberTyped
    const number = readNumber(said, limits)
    if (number === null && String(said).trim() !== '') wrong(field, true)
    return number
  }
  return {
    needed(field, why) {
      const text = typed[field] as string
      if (text.trim() === '') wrong(field, why)
      return text
    },
    given(field, value, why) {
      if (value === null || value === undefined) wrong(field, why)
      return value as NonNullable<typeof value>
    },
    number(field, limits) {
      const number = optionalNumber(field, limits)
      if (number === null) wrong(field, true)
      return number ?? limits.min
    },
    optionalNumber,
    wrong,
    as: fields => (Object.keys(problems).length > 0 ? { problems } : { fields }),
  }
}
