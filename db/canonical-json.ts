/** JSON with the keys of every object sorted, so that the same content always gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const fields = value as Record<string, unknown>
  // Object.fromEntries, because assigning to the key __proto__ would set the prototype.
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map(key => [key, inOrder(fields[key])]),
  )
}
