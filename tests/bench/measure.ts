/** One of the things that are compared. `before` is not measured. */
export type Work = { run: () => unknown; before?: () => unknown }

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * Runs the compared works in short alternating rounds, so that whatever else the machine does meanwhile hits all of
 * them alike. The first round warms up and is not counted.
 * @returns every single time in milliseconds, by the work's name
 */
export async function alternate<Name extends string>(
  works: { [One in Name]: Work },
  { rounds, each }: { rounds: number; each: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[]
  const samples = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      for (let time = 0; time < each; time++) {
        const took = await timed(works[name])
        if (round > 0) samples[name].push(took)
      }
    }
  }
  return samples
}

async function timed(work: Work): Promise<number> {
  await work.before?.()
  const startedMs = performance.now()
  const result = work.run()
  // What is synchronous is not made to wait for a promise.
  if (result instanceof Promise) await result
  return performance.now() - startedMs
}

/** Goes round a list for ever: the next work's input. */
export function inTurn<Item>(items: readonly Item[]): () => Item {
  let next = 0
  return () => {
    const item = items[next++ % items.length]
    if (item === undefined) throw new Error('nothing to go round')
    return item
  }
}
