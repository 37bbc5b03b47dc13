import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/**
 * Replaces a small file atomically, readable by this user only: writes a new file beside it, syncs it to disk and
 * renames it over the old one. After a power cut the file has either its old content or its new.
 */
export function writeAside(path: string, content: string): void {
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}
