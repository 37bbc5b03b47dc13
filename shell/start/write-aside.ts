import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/**
 * Writes a small file whole or not at all, readable by this user only: aside, to the disk, then over the old one.
 * A power cut leaves the old content or the new.
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
