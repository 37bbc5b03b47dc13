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
import { CannotOpen } from './cannot-open.ts'

/** How many copies are kept; older ones are deleted. */
const COPIES_KEPT = 7
const COPY_NAME = /^office-\d{8}T\d{9}Z-.*\.db$/
const UNFINISHED_NAME = /^office-\d{8}T\d{9}Z-.*\.db\.\d+\.part$/
/** An unfinished copy older than this, compared with the newest copy, was left by a process that has died. */
const LEFT_OVER_MS = 3_600_000

/** Names of the copies in a folder, oldest first; empty if the folder does not exist. */
export function keptCopies(folder: string): string[] {
  if (!existsSync(folder)) return []
  if (!statSync(folder).isDirectory()) {
    throw new CannotOpen(
      `${folder} is a file, but Araro keeps its copies in a folder of that name. Move the file away and start again.`,
    )
  }
  return readdirSync(folder)
    .filter(name => COPY_NAME.test(name))
    .sort()
}

export type CopyOptions = { readonly folder: string; readonly nowMs: number; readonly why: string }

/**
 * Makes a verified copy of an open file. SQLite writes it, because a plain file copy would miss the -wal. The copy is
 * checked and synced to disk before it gets its final name. The newest seven copies are kept. Several processes can do
 * this at the same time: each writes to a file with its own process id.
 * @returns the copy's path
 * @throws if the copy cannot be written or fails its check; an incomplete copy is deleted
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
    if (findings !== 'ok') throw new Error(`the copy failed its integrity check: ${String(findings)}`)
  } finally {
    copy.close()
  }
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Keeps the newest by name, and always the one just made, whose name is older than the others if the clock was set
 * back.
 */
function forgetOldCopies(folder: string, justKept: string): void {
  const names = readdirSync(folder)
  const others = names.filter(name => COPY_NAME.test(name) && name !== justKept).sort()
  const keptMs = writtenMs(join(folder, justKept))
  const isLeftOver = (name: string) => keptMs - writtenMs(join(folder, name)) > LEFT_OVER_MS
  const leftOver = names.filter(name => UNFINISHED_NAME.test(name) && isLeftOver(name))
  for (const name of [...others.slice(0, 1 - COPIES_KEPT), ...leftOver])
    rmSync(join(folder, name), { force: true })
}

/** Modification time, by the disk's clock. NaN, which makes every comparison false, if the file was just deleted. */
function writtenMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN
}
