/** Fields that somebody else changed in a record while a form changes it. */
export type Theirs<Typed> = {
  /** Not changed in this form: they now have the other person's values. */
  taken: readonly (keyof Typed)[]
  /** Changed in this form too: they keep what was typed here. */
  yours: readonly (keyof Typed)[]
}

/**
 * Merges the changes of two people to one record. A field that only one of them changed gets that person's value. A
 * field that both changed keeps what was typed here.
 * @param begun the record as it was when the typing began
 * @param current the record as it is now
 */
export function takeOver<Typed>(begun: Typed, typed: Typed, current: Typed): [Typed, Theirs<Typed>] {
  if (typeof current !== 'object' || current === null) return [typed, { taken: [], yours: [] }]
  const taken: (keyof Typed)[] = []
  const yours: (keyof Typed)[] = []
  const merged = { ...typed }
  for (const field of Object.keys(current) as (keyof Typed)[]) {
    if (same(begun[field], current[field]) || same(typed[field], current[field])) continue
    if (same(begun[field], typed[field])) {
      merged[field] = current[field]
      taken.push(field)
    } else yours.push(field)
  }
  return [merged, { taken, yours }]
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
