import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { storageTrouble } from '../storage-errors.ts'
import { CannotOpen, damaged } from './cannot-open.ts'
import { keptCopies } from './copies.ts'

/** "Arar" in ASCII. The first migration writes it into the file's header. */
export const APPLICATION_ID = 0x41726172

/** Reports something about the file that did not prevent opening it. */
export type Say = (sentence: string) => void

/**
 * Looks at an office's file, and at the log that a killed program left beside it, before SQLite opens either: opening
 * alone can delete a log, or write a foreign one into the file. Only copies are opened here. A file that is refused
 * stays as it is to the byte, with its log. Expects that no other process has the file open.
 * @param say told when a log that belongs to another file was moved aside
 * @throws CannotOpen
 */
export function lookFirst(path: string, options: { copiesFolder: string; nowMs: number }, say: Say): void {
  const log = `${path}-wal`
  const hasLog = sizeOf(log) > 0
  if (sizeOf(path) === 0) {
    refuseToBeginAnew(path, options.copiesFolder)
    if (hasLog) throw new CannotOpen(withoutItsFile(path))
    return
  }
  refuseForeignHeader(path, hasLog)
  if (!hasLog) return
  const found = compareWithLog(path)
  if (found === 'belongs') return
  if (found === 'neither is whole') throw new CannotOpen(damaged(path))
  if (found === 'do not fit together') throw new CannotOpen(notTogether(path))
  const aside = `${log}.${new Date(options.nowMs).toISOString().replaceAll(/[-:.]/g, '')}.aside`
  renameSync(log, aside)
  rmSync(`${path}-shm`, { force: true })
  say(
    `${log} belonged to another file than ${path}, such as the one that a copy replaced. It was kept as ${aside}, and the ` +
      'file was opened without it.',
  )
}

/** Refuses a header that is not Araro's. A new file's header may still be in its log. */
function refuseForeignHeader(path: string, hasLog: boolean): void {
  const header = headerOf(path)
  if (header.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') throw new CannotOpen(damaged(path))
  const application = header.readUInt32BE(68)
  const mayBeNew = application === 0 && (hasLog || isEmpty(path))
  if (application === APPLICATION_ID || mayBeNew) return
  throw new CannotOpen(
    `${path} is a database, but not one of Araro's; nothing was changed. Choose another data folder with --data.`,
  )
}

/** Copies beside a missing or empty file mean that the file was lost. Creating a new one would hide that. */
export function refuseToBeginAnew(path: string, copiesFolder: string): void {
  const newest = keptCopies(copiesFolder).at(-1)
  if (!newest) return
  throw new CannotOpen(
    `${path} is missing or empty, but there are copies of it. Put the file back; or replace it with the newest copy, ` +
      `${join(copiesFolder, newest)}, and remove ${basename(path)}-wal and ${basename(path)}-shm if they are there; ` +
      'to start with an empty file instead, move the copies away first.',
  )
}

function withoutItsFile(path: string): string {
  return (
    `${path} is missing or empty, but its log ${basename(path)}-wal is still there, with changes that are only in it; ` +
    'nothing was changed. Put the file back; to start with an empty file instead, move the log away first.'
  )
}

function notTogether(path: string): string {
  const log = `${basename(path)}-wal`
  return (
    `${path} and its log ${log} are damaged together, though the file alone is not; nothing was changed. Make a copy of ` +
    `both first. If another file was put in the place of ${basename(path)}, move ${log} away and start again; if not, ` +
    'what was saved last is only in the log, so ask somebody who knows SQLite before you start without it.'
  )
}

type Look = { whole: false } | { whole: true; seq: number; hash: string; chain: boolean }

/**
 * Whether the log belongs to the file. It does if both together pass the integrity check and the history continues
 * from the file's own last line: each line's hash covers the one before it, so the log of another file or of another
 * time does not continue it. A restored copy has no log of its own: its header says that it is not in WAL mode.
 */
function compareWithLog(
  path: string,
): 'belongs' | 'belongs to another file' | 'do not fit together' | 'neither is whole' {
  const inWalMode = headerOf(path).readUInt8(18) === 2
  return onCopies(path, folder => {
    const alone = join(folder, 'alone.db')
    const together = join(folder, 'together.db')
    for (const copy of [alone, together]) copyFileSync(path, copy, constants.COPYFILE_FICLONE)
    copyFileSync(`${path}-wal`, `${together}-wal`, constants.COPYFILE_FICLONE)
    const file = look(alone, 0, '')
    const both = look(together, file.whole ? file.seq : 0, file.whole ? file.hash : '')
    if (inWalMode && both.whole && both.chain) return 'belongs'
    if (!file.whole) return 'neither is whole'
    return inWalMode && !both.whole ? 'do not fit together' : 'belongs to another file'
  })
}

/** Runs `work` with a temporary folder for copies beside the file, because that disk is the likeliest to have room. */
function onCopies<Result>(path: string, work: (folder: string) => Result): Result {
  const folder = `${path}.looked-at`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param seq with `hash`: a line of the history that the file must contain, with an unbroken chain from there on
 */
function look(path: string, seq: number, hash: string): Look {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(path)
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') return { whole: false }
    const exists = sqlite
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'history'")
      .get()
    if (!exists) return { whole: true, seq: 0, hash: '', chain: seq === 0 }
    const rows = sqlite
      .prepare<[number], { seq: number; previous: string; hash: string }>(
        'SELECT seq, previous_hash AS previous, hash FROM history WHERE seq > ? ORDER BY seq',
      )
      .iterate(seq)
    const known = sqlite.prepare('SELECT hash FROM history WHERE seq = ?').pluck().get(seq) ?? ''
    let last = { seq, hash: String(known) }
    let chain = last.hash === hash
    for (const row of rows) {
      if (row.seq !== last.seq + 1 || row.previous !== last.hash) chain = false
      last = row
    }
    return { whole: true, ...last, chain }
  } catch (error) {
    // Only what SQLite says of the content counts. A full disk or a locked copy says nothing about the file, and must
    // not make its log look like another file's.
    if (isAboutContent(error)) return { whole: false }
    throw error
  } finally {
    sqlite?.close()
  }
}

/** `SQLITE_ERROR` is what a query gets on tables of another schema. */
function isAboutContent(error: unknown): boolean {
  return storageTrouble(error) === 'damaged' || (error as { code?: unknown } | null)?.code === 'SQLITE_ERROR'
}

/** Whether the schema is empty: no table, no view, nothing else. */
function isEmpty(path: string): boolean {
  return onCopies(path, folder => {
    const copy = join(folder, 'alone.db')
    copyFileSync(path, copy, constants.COPYFILE_FICLONE)
    const sqlite = new Database(copy)
    try {
      return sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
    } finally {
      sqlite.close()
    }
  })
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  return header
}

/**
 * In bytes; 0 if the file does not exist.
 * @throws the operating system's error if the file cannot be examined
 */
function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}
