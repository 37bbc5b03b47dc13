/** A number as it stands in its field: what is typed is never turned into another number. */
export type NumberTyped = number | string
export type NumberLimits = { min: number; max: number; decimals?: number }

const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.(\d*))?$/

/** `60`, `1,200`, `350.50`. Null for what is no number within the limits, and for an empty field. */
export function readNumber(typed: NumberTyped, { min, max, decimals = 0 }: NumberLimits): number | null {
  const text = String(typed).trim()
  const said = NUMBER.exec(text)
  if (!said || (said[3] !== undefined && decimals === 0) || (said[4] ?? '').length > decimals) return null
  const number = Number(text.replaceAll(',', ''))
  return number >= min && number <= max ? number : null
}
