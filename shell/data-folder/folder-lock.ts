import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CannotStart, systemCode } from '../start/cannot-start.ts'
import { cannotWrite } from '../start/unusable-file.ts'

/** A second `release` does nothing. */
export type FolderLock = { release(): void }

const LOCK_FILE = 'desk.lock'

/**
 * Allows one Araro process for each data folder (decision 13). The lock is an exclusive transaction on a small SQLite
 * file of its own. The operating system releases it when the process ends, even after a crash, so nothing has to be
 * cleaned up. It only saves people the confusion of two programs on one file; the guard against double-booking does not
 * depend on it.
 *
 * @returns null if another process holds the lock
 * @throws CannotStart if the file cannot be opened or locked
 */
export function lockFolder(folder: string): FolderLock | null {
  const path = join(folder, LOCK_FILE)
  let file: Database.Database | undefined
  try {
    file = new Database(path, { timeout: 0 })
    // SQLite opens a file that it may not write for reading, and then locks nobody out.
    accessSync(path, constants.R_OK | constants.W_OK)
    // Nothing is ever written to this file, so it needs no journal on disk.
    file.pragma('journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file?.close()
    const code = systemCode(error)
    if (code.startsWith('SQLITE_BUSY')) return null
    if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) throw damaged(path, error)
    throw cannotWrite(path, whyNotOpened(path) ?? error)
  }
  const held = file
  return { release: () => void held.close() }
}

/** SQLite reads the file only once it has a lock, so no other Araro holds a file that it calls damaged. */
function damaged(path: string, error: unknown): CannotStart {
  return new CannotStart(
    `${path} is damaged. There is no data in it: delete it and start again; Araro makes a new one.`,
    { cause: error },
  )
}

/**
 * The operating system's reason, where SQLite says only that it cannot open a file. The file is not opened if it is
 * there: closing it would end the locks that this process has on it.
 */
function whyNotOpened(path: string): unknown {
  try {
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK)
    else closeSync(openSync(path, 'wx', 0o600))
    return undefined
  } catch (error) {
    return error
  }
}
