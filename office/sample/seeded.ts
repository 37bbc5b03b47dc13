/** Random numbers from a seed (mulberry32), the same every time. */
export type Seeded = {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  pick<Item>(items: readonly Item[]): Item
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const self: Seeded = {
    below: below => Math.floor(next() * below),
    between: (from, to) => from + self.below(to - from + 1),
    pick<Item>(items: readonly Item[]): Item {
      const item = items[self.below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    chance: percent => self.below(100) < percent,
  }
  return self
}

/** Ids in the form of UUID version 7, made from the seed and the simulated clock. */
export function seededIds(random: Seeded, nowMs: () => number): { newId(): string } {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return {
    newId() {
      const time = hex(nowMs(), 12)
      const tail = hex(random.below(2 ** 24), 6) + hex(random.below(2 ** 24), 6)
      const variant = hex(0x8000 + random.below(0x4000), 4)
      return `${time.slice(0, 8)}-${time.slice(8)}-${hex(0x7000 + random.below(0x1000), 4)}-${variant}-${tail}`
    },
  }
}
