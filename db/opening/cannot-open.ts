import { basename } from 'node:path'
import { storageTrouble } from '../storage-errors.ts'

/** An office file cannot be opened. The message tells the user what is wrong, where, and what to do. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'

  get sentence(): string {
    return this.message
  }
}

/** The sentence for an error that occurred while the file was being opened. */
export function sentenceFor(error: unknown, path: string): string {
  switch (storageTrouble(error) ?? systemTrouble(error)) {
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

/** The sentence for a damaged file; it names all three files, because a copy must not meet the log of another. */
export function damaged(path: string): string {
  const name = basename(path)
  return (
    `${path} is not a database, or is damaged; nothing was changed. Move ${name}, ${name}-wal and ${name}-shm away, and ` +
    `put the newest good copy from the folder "copies" in the place of ${name}; or choose another data folder with --data.`
  )
}

/** What the operating system says where a file is looked at before SQLite opens it. */
function systemTrouble(error: unknown) {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'read-only'
  return code === 'EIO' ? 'failing' : undefined
}
