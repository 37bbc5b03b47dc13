import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Kept for the life of the process; a second `release` does nothing. */
export type FolderLock = { release(): void }

const LOCK_FILE = 'desk.lock'

/**
 * One Araro a data folder. The lock is an exclusive transaction on a tiny file of its own, so the operating system
 * keeps it: it is gone with the process, however that ended, and a crash leaves nothing behind to clean up.
 * It keeps people from two windows on two programs; the promises in the file do not lean on it.
 *
 * @returns null where another process holds the folder
 * @throws SQLite's error where the folder cannot be written
 */
export function lockFolder(folder: string): FolderLock | null {
  const file = new Database(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    // Nothing is ever written in it, so no journal need lie beside it.
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
