/** The seed from ARARO_SEED, or a random one. It is printed, so that a failing run can be repeated. */
export function printedSeed(what: string): number {
  const seed = Number(process.env['ARARO_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  process.stdout.write(`${what}: seed ${seed} (ARARO_SEED=${seed} runs it again)\n`)
  return seed
}

/** How many turns a random test takes: few in the tests, and as many as ARARO_TURNS says as a script. */
export function turnsOf(few: number): number {
  return Number(process.env['ARARO_TURNS'] ?? few)
}

export type Dice = {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number
  pick<Value>(values: readonly Value[]): Value
  chance(oneIn: number): boolean
}

/** Mulberry32: short, random enough for tests, and the same on every platform. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  function number(below: number): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  return {
    number,
    pick: values => values[number(values.length)]!,
    chance: oneIn => number(oneIn) === 0,
  }
}
