import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotStart, systemCode } from '../start/cannot-start.ts'
import { isFull } from '../start/unusable-file.ts'
import { HOLDER_FILE } from './holder.ts'

export type Computer = {
  platform: NodeJS.Platform
  env: { [name: string]: string | undefined }
  home: string
}

/**
 * The platform's usual place for one user's program data. `--sample` uses a folder of its own beside it. (A sample
 * opened from the first-run screen is kept elsewhere: in a folder inside the data folder.)
 */
export function defaultDataFolder({ platform, env, home }: Computer, sample: boolean): string {
  const [name, sampleName] =
    platform === 'win32' || platform === 'darwin' ? ['Araro', 'Araro sample'] : ['araro', 'araro-sample']
  return join(dataHome({ platform, env, home }), sample ? sampleName : name)
}

function dataHome({ platform, env, home }: Computer): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  // The XDG specification says to ignore a path that is not absolute.
  return env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share')
}

/**
 * Creates the data folder if it is missing, readable by this user only (mode 0700). A folder that already held other
 * files keeps its permissions, because other people may need those files.
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

/** Creates one level at a time: `mkdirSync` with `recursive` never returns where folders cannot exist, as in /proc. */
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
    return `${what}: there is a file of that name. Choose another folder with --data.`
  if (code === 'EACCES' || code === 'EPERM')
    return `${what}: you may not write there. Choose another folder with --data.`
  if (code === 'EROFS') return `${what}: the disk is read-only. Choose another folder with --data.`
  if (isFull(code)) return `${what}: the disk is full. Free some space and start again.`
  return `${what} (${code || 'unknown reason'}). Choose another folder with --data.`
}
