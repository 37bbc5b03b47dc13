/** What somebody else changed in the record that is being typed over, by its fields. */
export type Theirs<Typed> = {
  /** Not touched in this window: now as they have it. */
  taken: readonly (keyof Typed)[]
  /** Touched in this window too: what is typed here stays. */
  yours: readonly (keyof Typed)[]
}

/**
 * Two people changed one record. Each field that only one of them touched is as that one has it; one that both touched
 * stays as it is typed here.
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
