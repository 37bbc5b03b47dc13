/** The value of a number field: a number from the record, or the text as typed. */
export type NumberTyped = number | string
export type NumberLimits = { min: number; max: number; decimals?: number }

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+|(?=\.\d))(\.(\d*))?$/

/** Reads `60`, `1,200` or `350.50`. Null if the text is empty or not a number within the limits. */
export function readNumber(typed: NumberTyped, { min, max, decimals = 0 }: NumberLimits): number | null {
  const text = String(typed).trim()
  const said = NUMBER.exec(text)
  if (!said || (said[3] !== undefined && decimals === 0) || (said[4] ?? '').length > decimals) return null
  const number = Number(text.replaceAll(',', ''))
  return number >= min && number <= max ? number : null
}
