import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart, systemCode } from '../start/cannot-start.ts'
import { writeAside } from '../start/write-aside.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * The program that has the data folder open, as it introduces itself to a second start. The file is only believed
 * while the folder's lock is held; it outlives a crash, and keeps the port that open windows look for.
 */
export type Holder = {
  shell: 'browser' | 'desktop'
  pid: number
  /** Where the browser shell listens; null in the desktop shell. */
  host: string | null
  port: number | null
  /** Whoever can read it (the folder is this user's only) may ask for a window. Null in the desktop shell. */
  secret: string | null
}

export const HOLDER_FILE = 'desk.running.json'

export type HeldFolder = {
  /** Introduces this process to later starts. */
  introduce(holder: Omit<Holder, 'pid'>): void
  release(): void
}

/**
 * Takes the data folder for this process.
 *
 * @returns null where another Araro has it
 * @throws CannotStart where the folder cannot be written
 */
export function takeFolder(folder: string): HeldFolder | null {
  const lock = tryLock(folder)
  if (!lock) return null
  return {
    introduce: holder =>
      writeAside(join(folder, HOLDER_FILE), JSON.stringify({ ...holder, pid: process.pid })),
    release() {
      // The port stays for the next start; nobody can ask here any more.
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
      `Araro cannot write in the data folder ${folder} (${systemCode(error) || 'unknown reason'}). ` +
        'Make it writable for this user, or name another with --data.',
      { cause: error },
    )
  }
}

/** Who has, or last had, the folder; null where nobody can be read from it. */
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
