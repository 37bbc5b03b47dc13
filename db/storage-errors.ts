/** The kinds of file errors that the office handles differently. */
export type StorageTrouble =
  | 'overbooked'
  | 'still-out'
  | 'still-promised'
  | 'known-id'
  | 'guarded'
  | 'busy'
  | 'full'
  | 'read-only'
  | 'damaged'
  | 'failing'

/** The kind of an SQLite error; undefined for any other error. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return undefined
  const message = (error as Error).message
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    if (message === 'OVERBOOKED') return 'overbooked'
    if (message === 'STILL-OUT') return 'still-out'
    if (message === 'STILL-PROMISED') return 'still-promised'
    return message === 'KNOWN-ID' ? 'known-id' : 'guarded'
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy'
  if (code.startsWith('SQLITE_FULL')) return 'full'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'read-only'
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'damaged'
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_NOMEM')) return 'failing'
  return undefined
}
