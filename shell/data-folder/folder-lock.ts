import { join } from 'node:path'
import Database from 'better-sqlite3'

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
 * @throws SQLite's error if the folder cannot be written
 */
export function lockFolder(folder: string): FolderLock | null {
  const file = new Database(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    // Nothing is ever written to this file, so it needs no journal on disk.
    file.pragma('journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (isHeldByAnother(error)) return null
    throw error
  }
  return { release: () => void file.close() }
}

function isHeldByAnother(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
