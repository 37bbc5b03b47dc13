import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Logger } from 'pino'
import { type Refusal, refuse } from '#booking/refusal'
import { asCannotOpen, CannotOpen } from '#db/opening/cannot-open'
import { openOfficeFile } from '#db/opening/open-database'
import { endOfSnapshots } from '#db/opening/snapshot'
import { readSettings } from '#db/read/settings'
import type { AskedDesk } from './law/asking.ts'
import { systemClock, systemIds } from './law/clock.ts'
import { runCommand, SYSTEM } from './law/run-command.ts'
import { createOffice, type Office } from './office.ts'
import { makeSample, SAMPLE_SIGN_IN } from './sample/make-sample.ts'
import { startClockwork } from './upkeep/clockwork.ts'
import { keepCopyOnQuit } from './upkeep/copy-on-quit.ts'
import { lookForConflicts } from './upkeep/look-for-conflicts.ts'
import { endOldSignIns } from './upkeep/old-sign-ins.ts'
import { startCountingOffers } from './upkeep/waiting-list.ts'
import { resetPassword } from './users/commands.ts'
import { hashPassword } from './users/passwords.ts'

export { CannotOpen }

/** What a shell works with: the office that is open now, and how to exchange it for another. */
export type Desk = AskedDesk & {
  readonly office: Office
  /** Absolute path of the file that is open now. */
  readonly database: string
  /** Calls the listener when the office was exchanged for another, so that open windows reload. */
  onReopened(listener: () => void): () => void
  resetPassword(name: string): Promise<{ ok: true; password: string } | { ok: false; refusal: Refusal }>
  /**
   * Finishes waiting writes, keeps a verified copy, and closes the file.
   *
   * @returns a sentence for people if no copy could be kept; null if all went well
   */
  close(): Promise<string | null>
}

export type DeskOptions = {
  dataFolder: string
  /** The data folder itself holds the sample cooperative. */
  sample: boolean
  log: Logger
  version: string
  /** scrypt's cost; tests set a low one. */
  passwordCost?: number
}

const FILE_NAME = 'office.db'

/**
 * Opens the office of a data folder, and creates it if there is none. With `sample`, opens or creates the sample
 * cooperative.
 * @throws CannotOpen with a plain sentence
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { dataFolder, log } = options
  const sampleFolder = options.sample ? dataFolder : join(dataFolder, 'sample')
  const listeners = new Set<() => void>()
  let office = options.sample
    ? await openSampleOffice(sampleFolder, options)
    : openOffice(dataFolder, options)

  // Two windows may ask for the sample at once: the second waits for the first and finds it done.
  let exchanging: Promise<unknown> = Promise.resolve()
  function oneAtATime<Result>(exchange: () => Promise<Result>): Promise<Result> {
    const result = exchanging.then(exchange)
    exchanging = result.catch(() => undefined)
    return result
  }
  let closed = false
  function exchangeTo(next: Office): void {
    office = next
    for (const listener of listeners) listener()
  }

  return {
    get office() {
      return office
    },
    version: options.version,
    get database() {
      return office.file.path
    },
    get sampleSignIn() {
      return isSample(office) ? [...SAMPLE_SIGN_IN] : []
    },
    onReopened(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openSample: () =>
      oneAtATime(async () => {
        if (closed) return refuse({ reason: 'busy', retryAfterMs: 1000 })
        if (isSample(office)) return { ok: true }
        const before = office
        const isSetUp = () => readSettings(before.file.db) !== undefined
        if (isSetUp()) return refuse({ reason: 'already-set-up' })
        const sample = await openSampleOffice(sampleFolder, options)
        // Creating the sample takes seconds. Meanwhile somebody may have set up the cooperative.
        if (isSetUp()) {
          await stopOffice(sample)
          return refuse({ reason: 'already-set-up' })
        }
        exchangeTo(sample)
        const noCopy = await closeOffice(before)
        if (noCopy) log.error(noCopy)
        return { ok: true }
      }),
    removeSample: () =>
      oneAtATime(async () => {
        if (closed) return refuse({ reason: 'busy', retryAfterMs: 1000 })
        if (!isSample(office)) return refuse({ reason: 'not-the-sample' })
        await stopOffice(office)
        try {
          removeOfficeFiles(sampleFolder, sampleFolder !== dataFolder)
        } finally {
          // Opens an office even if another program keeps the sample's files open.
          exchangeTo(openOffice(dataFolder, options))
        }
        return { ok: true }
      }),
    async resetPassword(name) {
      const password = randomBytes(9).toString('base64url')
      const command = resetPassword(await hashPassword(password, office.passwordCost))
      const args = { commandId: office.ids.newId(), name }
      const { path } = office.file
      const answer = await runCommand(office, { command, args, actor: SYSTEM }).catch(error => {
        throw asCannotOpen(error, path)
      })
      return answer.ok ? { ok: true, password } : answer
    },
    close: () =>
      oneAtATime(async () => {
        closed = true
        return closeOffice(office)
      }),
  }
}

function openOffice(folder: string, options: DeskOptions): Office {
  const path = join(folder, FILE_NAME)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const office = openFileIn(path, options)
    endOldSignIns(office)
    void lookForConflicts(office)
    return withClockwork(office)
  } catch (error) {
    throw asCannotOpen(error, path)
  }
}

/** The office with its clockwork running; stopping the office stops it. */
function withClockwork(office: Office): Office {
  const stopClockwork = startClockwork(office)
  const offers = startCountingOffers(office)
  return {
    ...office,
    async stop() {
      stopClockwork()
      offers.stop()
      await office.stop()
    },
  }
}

function openFileIn(path: string, { log, passwordCost }: DeskOptions): Office {
  const file = openOfficeFile(path, {
    copiesFolder: copiesIn(dirname(path)),
    nowMs: systemClock.nowMs(),
    lookFirst: sentence => log.warn(sentence),
  })
  try {
    // A damaged page shows only when it is read, and no window can do without the settings.
    readSettings(file.db)
    const cost = passwordCost === undefined ? {} : { passwordCost }
    return createOffice({ file, clock: systemClock, ids: systemIds, log, ...cost })
  } catch (error) {
    file.sqlite.close()
    throw error
  }
}

/**
 * The sample is created under another name and renamed when it is complete, so that an interrupted start leaves no
 * half-made office.
 */
async function openSampleOffice(folder: string, options: DeskOptions): Promise<Office> {
  const open = openOffice(folder, options)
  const settings = readSettings(open.file.db)
  if (settings?.sample) return open
  await stopOffice(open)
  if (settings) {
    const where = join(folder, FILE_NAME)
    throw new CannotOpen(
      `${where} holds the cooperative ${settings.office.name}, not the sample. Start without --sample, or give the sample another folder with --data.`,
    )
  }
  removeOfficeFiles(folder, false)
  const path = join(folder, FILE_NAME)
  await makeSample(path, options).catch(error => {
    throw asCannotOpen(error, path)
  })
  return openOffice(folder, options)
}

function isSample(office: Office): boolean {
  return readSettings(office.file.db)?.sample ?? false
}

async function stopOffice(office: Office): Promise<void> {
  await office.stop()
  await endOfSnapshots(office.file)
  office.file.sqlite.close()
}

async function closeOffice(office: Office): Promise<string | null> {
  await office.stop()
  await endOfSnapshots(office.file)
  const noCopy = keepCopyOnQuit(office, copiesIn(dirname(office.file.path)))
  office.file.sqlite.close()
  return noCopy
}

function removeOfficeFiles(folder: string, andFolder: boolean): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, FILE_NAME + ending), { force: true })
  rmSync(copiesIn(folder), { recursive: true, force: true })
  if (andFolder) rmSync(folder, { recursive: true, force: true })
}

function copiesIn(folder: string): string {
  return join(folder, 'copies')
}
