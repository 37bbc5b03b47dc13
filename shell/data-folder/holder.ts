import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../start/cannot-start.ts'
import { cannotRead, cannotWrite } from '../start/unusable-file.ts'
import { writeAside } from '../start/write-aside.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * The process that has the data folder open, as a second start finds it in `desk.running.json`. The file stays behind
 * after a crash, so it is trusted only while the folder's lock is held. It also keeps the last port, where open
 * windows look for Araro after a restart.
 */
export type Holder = {
  shell: 'browser' | 'desktop'
  pid: number
  /** Where the browser shell listens; null in the desktop shell. */
  host: string | null
  port: number | null
  /** A second start proves with it that it can read the folder, which only this user can. Null in the desktop shell. */
  secret: string | null
}

export const HOLDER_FILE = 'desk.running.json'

export type HeldFolder = {
  /**
   * Writes this process down for later starts.
   *
   * @throws CannotStart if the file cannot be written
   */
  introduce(holder: Omit<Holder, 'pid'>): void
  /** Never throws: the caller may already be ending with a sentence about another error. */
  release(): void
}

/**
 * Takes the data folder for this process.
 *
 * @returns null if another Araro has it
 * @throws CannotStart if the folder cannot be written
 */
export function takeFolder(folder: string): HeldFolder | null {
  const lock = lockFolder(folder)
  if (!lock) return null
  const path = join(folder, HOLDER_FILE)
  let introduced: Holder | null = null
  return {
    introduce(holder) {
      const self = { ...holder, pid: process.pid }
      try {
        writeAside(path, JSON.stringify(self))
      } catch (error) {
        throw cannotWrite(path, error)
      }
      introduced = self
    },
    release() {
      if (introduced) forgetSecret(path, introduced)
      introduced = null
      lock.release()
    },
  }
}

/** The port stays for the next start. The secret goes, because this process no longer answers. */
function forgetSecret(path: string, introduced: Holder): void {
  try {
    writeAside(path, JSON.stringify({ ...introduced, secret: null }))
  } catch {
    deleteIfPossible(path)
  }
}

/**
 * A full disk still lets a file be deleted. Where that fails, too, the secret stays, which is harmless: a start uses
 * it only while the folder is locked, and whoever locked the folder has written another.
 */
function deleteIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}

/**
 * The process that has, or last had, the folder; null if the file is missing or has no such content.
 *
 * @throws CannotStart if the file is there but cannot be read
 */
export function readHolder(folder: string): Holder | null {
  const path = join(folder, HOLDER_FILE)
  try {
    return parseHolder(readFileSync(path, 'utf8'))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw cannotRead(path, error)
  }
}

function parseHolder(text: string): Holder | null {
  const read = parse(text)
  if (typeof read !== 'object' || read === null) return null
  const { shell, pid, host, port, secret } = read as { [Field in keyof Holder]?: unknown }
  if ((shell !== 'browser' && shell !== 'desktop') || !isWhole(pid)) return null
  return {
    shell,
    pid,
    host: typeof host === 'string' ? host : null,
    port: isWhole(port) && port > 0 && port < 65_536 ? port : null,
    secret: typeof secret === 'string' && secret !== '' ? secret : null,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value)
}
