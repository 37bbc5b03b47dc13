import { type NumberLimits, type NumberTyped, readNumber } from '../fields/read-number.ts'

/** The fields with errors: a key of the screen's words, or `true` if the field itself shows the error. */
export type Problems<Typed, Why extends string> = { readonly [Field in keyof Typed]?: Why | true }

/** The content of a form as input of its command, or its problems. */
export type Reading<Typed, Fields, Why extends string> =
  | { fields: Fields }
  | { problems: Problems<Typed, Why> }

export type FieldOf<Typed, Value> = {
  [Field in keyof Typed]: Typed[Field] extends Value ? Field : never
}[keyof Typed] &
  string
export type NumberFieldOf<Typed> = {
  [Field in keyof Typed]: number extends Typed[Field] ? Field : never
}[keyof Typed] &
  string
/** The fields for free text, which need a limit of their length. */
export type TextFieldOf<Typed> = {
  [Field in FieldOf<Typed, string>]: string extends Typed[Field] ? Field : never
}[FieldOf<Typed, string>]

export type Reader<Typed, Why extends string> = {
  /** A text that must not be empty. */
  needed: (field: TextFieldOf<Typed>, why: Why) => string
  /** A value that the form has computed from a field; null or undefined if it could not. */
  given: <Value>(field: keyof Typed, value: Value | null | undefined, why: Why) => Value
  /** A number within its limits. */
  number: (field: NumberFieldOf<Typed>, limits: NumberLimits) => number
  /** A number within its limits; null if the field is empty. */
  optionalNumber: (field: NumberFieldOf<Typed>, limits: NumberLimits) => number | null
  /** Reports any other problem. */
  wrong: (field: keyof Typed, why: Why | true) => void
  /** The fields as input of the command if none has a problem; otherwise the problems. */
  as: <Fields>(fields: Fields) => Reading<Typed, Fields, Why>
}

/**
 * Reads a form field by field and collects the problems. The value returned for a field with a problem is only a
 * placeholder: `as` then returns the problems and no fields.
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
