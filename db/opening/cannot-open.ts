import { statfsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type StorageTrouble, storageTrouble } from '../storage-errors.ts'

/** An office file cannot be opened. The message tells the user what is wrong, where, and what to do. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'

  get sentence(): string {
    return this.message
  }

  /** What is wrong with the file or its disk, if that is the reason. */
  get trouble(): StorageTrouble | undefined {
    return troubleOf(this.cause)
  }
}

/** Gives an error its sentence if the file or its disk is to blame. A bug stays as it is. */
export function asCannotOpen(error: unknown, path: string): unknown {
  if (error instanceof CannotOpen || troubleOf(error) === undefined) return error
  return new CannotOpen(sentenceFor(error, path), { cause: error })
}

/** What SQLite or the operating system says is wrong with the file or its disk; undefined for any other error. */
export function troubleOf(error: unknown): StorageTrouble | undefined {
  return storageTrouble(error) ?? systemTrouble(error)
}

/** The sentence for an error that occurred while the file was being opened. */
export function sentenceFor(error: unknown, path: string): string {
  if (isFolder(path))
    return `${path} is a folder, but Araro keeps a file of that name. Move the folder away and start again.`
  const trouble = troubleOf(error)
  // SQLite reports a failed write if the disk has no room for the -shm file.
  switch (trouble === 'failing' && hasNoRoom(path) ? 'full' : trouble) {
    case 'damaged':
      return damaged(path)
    case 'full':
      return `The disk that holds ${path} is full; nothing was lost. Free some space and start again.`
    case 'read-only':
      return `${path} cannot be written to. Make it and its folder writable for you, or choose another data folder with --data.`
    case 'busy':
      return `${path} is being used by another program. Close that program and start again.`
    case 'failing':
      return `The disk that holds ${path} cannot be read or written. Check the disk. The folder "copies" beside the file may have a good copy.`
    default:
      return `${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}. Choose another data folder with --data.`
  }
}

/**
 * The sentence for a damaged file. It names all three files, because a restored copy must not be opened with the log
 * of another file.
 */
export function damaged(path: string): string {
  const name = basename(path)
  return (
    `${path} is not a database, or is damaged; nothing was changed. Move ${name}, ${name}-wal and ${name}-shm away, and ` +
    `put the newest good copy from the folder "copies" in the place of ${name}; or choose another data folder with --data.`
  )
}

/** Errors of the operating system, for files that Araro reads or writes without SQLite. */
function systemTrouble(error: unknown): StorageTrouble | undefined {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'read-only'
  return code === 'EIO' ? 'failing' : undefined
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** The least room, in bytes, that SQLite needs beside an office file. */
const LEAST_ROOM = 64 * 1024

function hasNoRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize < LEAST_ROOM
  } catch {
    return false
  }
}
