import { noCounts, writeCounts } from './test-counts.mjs'

/** Vitest reporter that counts the tests for the last line of `npm test`, with the reason of each skip. */
export default class VitestCounts {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const counts = noCounts()
    for (const file of modules) {
      if (file.errors().length > 0) counts.failed += 1
      for (const test of file.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') counts.passed += 1
        else if (result.state === 'failed') counts.failed += 1
        else
          counts.skipped.push({
            name: `${file.relativeModuleId}: ${test.fullName}`,
            reason: reasonOf(result),
          })
      }
    }
    counts.failed += unhandledErrors.length
    writeCounts(counts)
  }
}

/** @param {import('vitest/node').TestResult} result */
function reasonOf(result) {
  if (result.state === 'pending') return 'did not run'
  return (result.state === 'skipped' && result.note) || 'no reason given'
}
