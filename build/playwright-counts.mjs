import { noCounts, writeCounts } from './test-counts.mjs'

/** Playwright reporter that counts the tests for the last line of `npm test`, with the reason of each skip. */
export default class PlaywrightCounts {
  #errors = 0
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite
  }

  /** Counts an error outside of any test, such as a file that does not load. */
  onError() {
    this.#errors += 1
  }

  onEnd() {
    const counts = noCounts()
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'unexpected') counts.failed += 1
      else if (outcome !== 'skipped') counts.passed += 1
      else counts.skipped.push({ name: test.titlePath().filter(Boolean).join(' › '), reason: reasonOf(test) })
    }
    counts.failed += this.#errors
    writeCounts(counts)
  }

  printsToStdio() {
    return false
  }
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function reasonOf(test) {
  const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  return note?.description ?? (note ? 'no reason given' : 'did not run, because a test before it failed')
}
