import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * @typedef {{ name: string, reason: string }} Skip
 * @typedef {{ passed: number, failed: number, skipped: Skip[] }} Counts
 */

/** Where a test runner writes its counts; `npm test` names the file. */
export const countsVariable = 'ARARO_TEST_COUNTS'

/** @returns {Counts} */
export function noCounts() {
  return { passed: 0, failed: 0, skipped: [] }
}

/**
 * Called by the two reporters at the end of a run.
 * @param {Counts} counts
 */
export function writeCounts(counts) {
  const file = process.env[countsVariable]
  if (file) writeFileSync(file, JSON.stringify(counts))
}

/**
 * Reads and removes what a reporter wrote.
 * @param {string} file
 * @returns {Counts | undefined} undefined when the run ended before it could count
 */
export function takeCounts(file) {
  if (!existsSync(file)) return undefined
  const counts = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return counts
}

/**
 * The counts of a run that may have failed beside its tests (a file that does not load, an error after the
 * last test): such a run counts one failure at least.
 * @param {Counts | undefined} counts
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function judge(counts, code) {
  const known = counts ?? noCounts()
  if (code !== 0 && known.failed === 0) return { ...known, failed: 1 }
  return known
}

/**
 * The last line of `npm test`.
 * @param {Counts[]} all
 */
export function closingLine(all) {
  const { passed, failed, skipped } = sum(all)
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`
}

/**
 * A run in which nothing ran has proved nothing.
 * @param {Counts[]} all
 */
export function exitCode(all) {
  const { passed, failed } = sum(all)
  return failed > 0 || passed === 0 ? 1 : 0
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, each) => total + each.passed, 0),
    failed: all.reduce((total, each) => total + each.failed, 0),
    skipped: all.flatMap(each => each.skipped),
  }
}
