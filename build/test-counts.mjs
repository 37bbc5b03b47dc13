import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * @typedef {{ name: string, reason: string }} Skip
 * @typedef {{ passed: number, failed: number, skipped: Skip[] }} Counts
 */

/** Environment variable with the file to which a test runner's reporter writes its counts. */
export const countsVariable = 'ARARO_TEST_COUNTS'

/** @returns {Counts} */
export function noCounts() {
  return { passed: 0, failed: 0, skipped: [] }
}

/**
 * Writes the counts; called by both reporters at the end of a run.
 * @param {Counts} counts
 */
export function writeCounts(counts) {
  const file = process.env[countsVariable]
  if (file) writeFileSync(file, JSON.stringify(counts))
}

/**
 * Reads the counts that a reporter wrote, and removes the file.
 * @param {string} file
 * @returns {Counts | undefined} undefined if the run ended before the reporter could write them
 */
export function takeCounts(file) {
  if (!existsSync(file)) return undefined
  const counts = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return counts
}

/**
 * The counts of a run. A run that failed outside of its tests (a file that does not load, an error after the last test)
 * counts at least one failure.
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
 * A run in which no test passed fails, because it has checked nothing.
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
