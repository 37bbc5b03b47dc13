/** "S-", "080": what stands before the last digits, and those. */
const COUNTED = /^(.*?)(\d+)$/

/**
 * The number to offer a new member: one more than the highest of the series that most members have, written as wide:
 * S-081 after S-080. It is only offered; whether it is still free is decided when it is saved.
 * @param numbers the members' numbers, as they were entered
 * @returns '' if no number can be counted on from
 */
export function nextMemberNumber(numbers: readonly string[]): string {
  const series = new Map<string, { prefix: string; count: number; highest: string }>()
  for (const number of numbers) {
    const [, prefix, digits] = COUNTED.exec(number) ?? []
    if (prefix === undefined || digits === undefined) continue
    const key = prefix.toLowerCase()
    const known = series.get(key) ?? { prefix, count: 0, highest: digits }
    const highest = isHigher(digits, known.highest) ? digits : known.highest
    series.set(key, { prefix, count: known.count + 1, highest })
  }
  const [largest] = [...series.values()].sort((a, b) => b.count - a.count)
  if (!largest) return ''
  const { prefix, highest } = largest
  return prefix + String(BigInt(highest) + 1n).padStart(highest.length, '0')
}

/** Numbers may have more digits than a JavaScript number keeps apart. */
function isHigher(a: string, b: string): boolean {
  return BigInt(a) > BigInt(b)
}
