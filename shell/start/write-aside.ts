import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Replaces a small file atomically, readable by this user only: writes a new file beside it, syncs it to disk and
 * renames it over the old one. After a power cut the file has either its old content or its new.
 *
 * @throws the operating system's error; the file then has its old content, and nothing is left beside it
 */
export function writeAside(path: string, content: string): void {
  const aside = `${path}.new`
  try {
    const file = openSync(aside, 'w', 0o600)
    try {
      // Writes all of it, unlike writeSync, which writes what a nearly full disk takes.
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(aside, path)
  } catch (error) {
    removeIfPossible(aside)
    throw error
  }
}

/** Where it is not possible, the error that is under way says more than this one. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}
