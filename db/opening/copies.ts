import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'

/** How many copies stay; older ones go. */
const COPIES_KEPT = 7
const COPY_NAME = /^office-\d{8}T\d{9}Z-.*\.db$/
const UNFINISHED_NAME = /^office-\d{8}T\d{9}Z-.*\.db\.\d+\.part$/
/** An unfinished copy this much older than the one just kept belongs to a process that is gone; another may be writing. */
const LEFT_OVER_MS = 3_600_000

/** Names of the copies in a folder, oldest first; none where there is no such folder. */
export function keptCopies(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => COPY_NAME.test(name))
    .sort()
}

export type CopyOptions = { readonly folder: string; readonly nowMs: number; readonly why: string }

/**
 * Keeps a verified copy of an open file: written by SQLite itself (a plain file copy would miss the -wal), read back
 * and checked, synced to disk, and only then given its name. The last seven stay. Processes that keep one at the same
 * moment do not meet: each writes under its own number.
 * @returns the copy's path
 * @throws when the copy cannot be written or does not check out; no half copy stays
 */
export function keepCopy(sqlite: Database.Database, options: CopyOptions): string {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(options.nowMs).toISOString().replaceAll(/[-:.]/g, '')
  const path = join(options.folder, `office-${stamp}-${options.why}.db`)
  const unfinished = `${path}.${process.pid}.part`
  rmSync(unfinished, { force: true })
  try {
    sqlite.prepare('VACUUM INTO ?').run(unfinished)
    checkCopy(unfinished)
    syncToDisk(unfinished)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  forgetOldCopies(options.folder, basename(path))
  return path
}

function checkCopy(path: string): void {
  const copy = new Database(path, { readonly: true })
  try {
    const findings = copy.pragma('integrity_check', { simple: true })
    if (findings !== 'ok') throw new Error(`the copy does not check out: ${String(findings)}`)
  } finally {
    copy.close()
  }
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** The newest by their names, but always the one just kept: a clock that was set back must not make it the oldest. */
function forgetOldCopies(folder: string, justKept: string): void {
  const names = readdirSync(folder)
  const others = names.filter(name => COPY_NAME.test(name) && name !== justKept).sort()
  const keptMs = writtenMs(join(folder, justKept))
  const isLeftOver = (name: string) => keptMs - writtenMs(join(folder, name)) > LEFT_OVER_MS
  const leftOver = names.filter(name => UNFINISHED_NAME.test(name) && isLeftOver(name))
  for (const name of [...others.slice(0, 1 - COPIES_KEPT), ...leftOver])
    rmSync(join(folder, name), { force: true })
}

/** By the disk's own clock; NaN, which is older than nothing, for a file that another process has just taken away. */
function writtenMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN
}
