import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { makeSample } from '#office/sample/make-sample'

/** Environment variable with the folder, for the processes that run the tests. */
const VARIABLE = 'ARARO_PREPARED_SAMPLE'
/** The lowest cost of scrypt, so that signing in to the prepared sample is fast. */
const PASSWORD_COST = 16
const FILE = 'office.db'

/**
 * Playwright's global set-up: makes the sample once for each run.
 * @returns a function that removes it
 */
export default async function prepareSample(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'araro-e2e-sample-'))
  const log = pino({ level: 'warn' }, pino.destination(2))
  await makeSample(join(folder, FILE), { log, passwordCost: PASSWORD_COST })
  process.env[VARIABLE] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Puts the prepared sample into a data folder of its own, as if Araro had made it there. */
export function copyPreparedSample(dataFolder: string): void {
  const folder = process.env[VARIABLE]
  if (!folder) throw new Error(`${VARIABLE} is not set: this runs under playwright.config.ts`)
  copyFileSync(join(folder, FILE), join(dataFolder, FILE))
}
