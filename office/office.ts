import type { Logger } from 'pino'
import { HOLD_MS } from '#booking/availability/hold'
import { DEFAULT_CLOSED_RULES } from '#booking/hours/opening-hours'
import { DEFAULT_PAPER_RULES } from '#booking/papers/papers'
import { NEARLY_FULL_PERCENT } from '#booking/sessions/state'
import { DEFAULT_RULES } from '#booking/settings/rules'
import { DEFAULT_MAINTENANCE_AFTER } from '#booking/today/figures'
import { OFFER_MINUTES } from '#booking/waiting/offer-time'
import type { OfficeFile, ReadDb } from '#db/file'
import { type OfficeSettings, readSettings } from '#db/read/settings'
import { insertChange } from '#db/write/history'
import { deleteLapsedHolds } from '#db/write/holds'
import { deleteSignIn } from '#db/write/users'
import { type ChangeFeed, createChangeFeed } from './law/change-feed.ts'
import type { Clock, Ids } from './law/clock.ts'
import { createWriteQueue, type WriteQueue } from './law/write-queue.ts'
import { createNewestScan, type NewestScan } from './scan/newest-scan.ts'
import { createHoldExpiry } from './upkeep/hold-expiry.ts'
import { createEndedSignIns, type EndedSignIns } from './users/ended-sign-ins.ts'
import { createLockOuts, type LockOuts } from './users/lock-outs.ts'
import { createPasswordLine, type PasswordLine } from './users/password-line.ts'
import { PASSWORD_COST } from './users/passwords.ts'

export const DEFAULT_TIME_ZONE = 'Asia/Manila'

const UNSET_SETTINGS: OfficeSettings = {
  version: 1,
  sample: false,
  office: { name: '', address: '', timeZone: DEFAULT_TIME_ZONE, logo: null, paperLines: '' },
  rules: DEFAULT_RULES,
  hours: { week: null, seasons: [], publicHolidays: true, closed: DEFAULT_CLOSED_RULES },
  offers: { minutes: OFFER_MINUTES.usual },
  maintenance: DEFAULT_MAINTENANCE_AFTER,
  sessions: { nearlyFullPercent: NEARLY_FULL_PERCENT },
  batches: { order: 'arrival' },
  members: { lastJobFirst: false },
  machinePapers: DEFAULT_PAPER_RULES,
  owing: { suspendAfterDays: null },
}

/** The settings in the file; before the first run, the default rules without a cooperative. */
export function settingsNow(db: ReadDb): OfficeSettings {
  return readSettings(db) ?? UNSET_SETTINGS
}

/** One open office: its file, its writer and its change feed. It does not know which shell serves it. */
export type Office = {
  readonly file: OfficeFile
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly queue: WriteQueue
  readonly feed: ChangeFeed
  readonly lockOuts: LockOuts
  readonly endedSignIns: EndedSignIns
  readonly passwordLine: PasswordLine
  readonly passwordCost: number
  readonly newestScan: NewestScan
  /** Finishes waiting writes and stops the timers. The file stays open. */
  stop(): Promise<void>
}

export type OfficeParts = {
  file: OfficeFile
  clock: Clock
  ids: Ids
  log: Logger
  passwordCost?: number
}

export function createOffice(parts: OfficeParts): Office {
  const { file, clock, log } = parts
  const feed = createChangeFeed(file.db)
  const expiry = createHoldExpiry(file, clock, () => queue.write(() => undefined).catch(logFailure))
  const queue = createWriteQueue({
    file,
    clock,
    before(tx) {
      for (const formId of deleteLapsedHolds(tx, clock.nowMs(), HOLD_MS)) insertChange(tx, 'hold', formId, 1)
    },
    committed() {
      feed.poke()
      endedSignIns.deleteInFile()
      try {
        expiry.rearm()
      } catch (error) {
        // The commit succeeded. If this error were thrown, the queue would take it for a failed write and repeat the
        // jobs.
        logFailure(error)
      }
    },
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
    random: Math.random,
  })
  const endedSignIns = createEndedSignIns(tokenHashes =>
    queue.write(tx => {
      for (const tokenHash of tokenHashes) deleteSignIn(tx, tokenHash)
    }),
  )
  function logFailure(error: unknown): void {
    log.warn({ err: error }, 'lapsed holds could not be ended; trying again with the next write')
  }
  expiry.rearm()
  return {
    ...parts,
    queue,
    feed,
    lockOuts: createLockOuts(file.db, clock),
    endedSignIns,
    passwordLine: createPasswordLine(),
    passwordCost: parts.passwordCost ?? PASSWORD_COST,
    newestScan: createNewestScan(),
    async stop() {
      expiry.stop()
      endedSignIns.deleteInFile()
      await queue.idle()
      feed.poke()
    },
  }
}
