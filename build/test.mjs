import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepareDependencies, root, say } from './setup.mjs'
import { closingLine, exitCode, noCounts, sum } from './test-counts.mjs'
import { allSteps, filteredSteps } from './test-steps.mjs'

/**
 * `npm test`: set-up, then every check, each with a heading and its time. A failed step does not stop the others.
 * `npm test -- NAME` runs only the tests whose path contains NAME. A run that a signal stops counts as failed.
 */
process.exitCode = await test(process.argv.slice(2))

/** @param {string[]} filters */
async function test(filters) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const ready = await prepareDependencies()
  if (!ready.ok) {
    say(ready.sentence)
    return close([{ passed: 0, failed: 1, skipped: [] }])
  }
  const counts = []
  for (const { heading, run } of filters.length > 0 ? filteredSteps(filters) : allSteps) {
    print(`\n── ${heading} ──`)
    const started = Date.now()
    const { stopped, ...result } = await run(ready.node).catch(crashed)
    counts.push({ ...noCounts(), ...result })
    print(`── ${heading}: ${verdict(counts.at(-1))}, ${((Date.now() - started) / 1000).toFixed(1)} s`)
    if (stopped) {
      print('\nStopped.')
      return close([...counts, { passed: 0, failed: 1, skipped: [] }])
    }
  }
  return close(counts)
}

/** @param {import('./test-counts.mjs').Counts[]} counts */
function close(counts) {
  const { skipped } = sum(counts)
  if (skipped.length > 0) print('\nSkipped:')
  for (const { name, reason } of skipped) print(`  ${name}: ${reason}`)
  print(`\n${closingLine(counts)}`)
  return exitCode(counts)
}

/** @param {unknown} error */
function crashed(error) {
  print(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return { passed: 0, failed: 1, skipped: [], stopped: false }
}

/** @param {import('./test-counts.mjs').Counts | undefined} counts */
function verdict(counts) {
  if (!counts || counts.failed > 0) return 'FAILED'
  return counts.passed > 0 ? 'passed' : 'skipped'
}

/** @param {string} words */
function print(words) {
  process.stdout.write(`${words}\n`)
}
