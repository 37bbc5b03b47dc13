import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart, systemCode } from '../start/cannot-start.ts'
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
  /** Writes this process down for later starts. */
  introduce(holder: Omit<Holder, 'pid'>): void
  release(): void
}

/**
 * Takes the data folder for this process.
 *
 * @returns null if another Araro has it
 * @throws CannotStart if the folder cannot be written
 */
export function takeFolder(folder: string): HeldFolder | null {
  const lock = tryLock(folder)
  if (!lock) return null
  return {
    introduce: holder =>
      writeAside(join(folder, HOLDER_FILE), JSON.stringify({ ...holder, pid: process.pid })),
    release() {
      // The port stays for the next start. The secret goes, because this process no longer answers.
      const last = readHolder(folder)
      if (last) writeAside(join(folder, HOLDER_FILE), JSON.stringify({ ...last, secret: null }))
      lock.release()
    },
  }
}

function tryLock(folder: string) {
  try {
    return lockFolder(folder)
  } catch (error) {
    throw new CannotStart(
      `Araro cannot write to the data folder ${folder} (${systemCode(error) || 'unknown reason'}). ` +
        'Make the folder writable for you, or choose another with --data.',
      { cause: error },
    )
  }
}

/** The process that has, or last had, the folder; null if the file is missing or unreadable. */
export function readHolder(folder: string): Holder | null {
  try {
    const { shell, pid, host, port, secret } = JSON.parse(readFileSync(join(folder, HOLDER_FILE), 'utf8'))
    if ((shell !== 'browser' && shell !== 'desktop') || !Number.isInteger(pid)) return null
    return {
      shell,
      pid,
      host: typeof host === 'string' ? host : null,
      port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : null,
      secret: typeof secret === 'string' && secret !== '' ? secret : null,
    }
  } catch {
    return null
  }
}
