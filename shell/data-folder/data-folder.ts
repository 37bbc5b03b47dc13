import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotStart, systemCode } from '../start/cannot-start.ts'
import { HOLDER_FILE } from './holder.ts'

export type Computer = {
  platform: NodeJS.Platform
  env: { [name: string]: string | undefined }
  /** The user's home folder. */
  home: string
}

/**
 * Where this platform keeps a program's data for one user. Started with --sample, the
 * program uses a folder of its own beside the office's; the one that the first run opens lies in a folder inside it.
 */
export function defaultDataFolder({ platform, env, home }: Computer, sample: boolean): string {
  const [name, sampleName] =
    platform === 'win32' || platform === 'darwin' ? ['Araro', 'Araro sample'] : ['araro', 'araro-sample']
  return join(dataHome({ platform, env, home }), sample ? sampleName : name)
}

function dataHome({ platform, env, home }: Computer): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  // The XDG specification: a path that is not absolute counts as not set.
  return env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share')
}

/**
 * Makes the folder, for this user's eyes only. A folder that holds other people's things is used as it is: Araro
 * does not lock others out of a place that it did not make.
 *
 * @returns the absolute path
 * @throws CannotStart
 */
export function prepareDataFolder(path: string): string {
  const folder = resolve(path)
  try {
    makeFolder(folder)
    const { mode, uid } = statSync(folder)
    const ours = uid === process.getuid?.() && isOurs(folder)
    if (ours && (mode & 0o077) !== 0) chmodSync(folder, 0o700)
    return folder
  } catch (error) {
    throw new CannotStart(whyNot(folder, systemCode(error)), { cause: error })
  }
}

/** Step by step: in a place that takes no folders at all, such as /proc, Node's own way never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function isOurs(folder: string): boolean {
  return existsSync(join(folder, HOLDER_FILE)) || readdirSync(folder).length === 0
}

function whyNot(folder: string, code: string): string {
  const what = `Araro cannot use the data folder ${folder}`
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `${what}: there is a file of that name. Name another with --data.`
  if (code === 'EACCES' || code === 'EPERM')
    return `${what}: this user may not write there. Name another with --data.`
  if (code === 'EROFS') return `${what}: the disk is read-only. Name another with --data.`
  if (code === 'ENOSPC') return `${what}: the disk is full. Make room and start again.`
  return `${what} (${code || 'unknown reason'}). Name another with --data.`
}
