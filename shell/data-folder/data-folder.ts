import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
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
  refuseTooLong(folder, folder)
  try {
    makeFolder(folder)
    refuseTooLong(folder, realpathSync(folder))
    const { mode, uid } = statSync(folder)
    const ours = uid === process.getuid?.() && isOurs(folder)
    if (ours && (mode & 0o077) !== 0) chmodSync(folder, 0o700)
    return folder
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(whyNot(folder, systemCode(error)), { cause: error })
  }
}

/** SQLite opens no path that is longer than this, except on Windows. In bytes. */
const LONGEST_PATH = 504
/** The longest path in a data folder: an unfinished copy of the sample. */
const LONGEST_IN_FOLDER = '/sample/copies/office-20261119T010000000Z-before-migration-9999.db.4194304.part'
const LONGEST_FOLDER = LONGEST_PATH - LONGEST_IN_FOLDER.length

/** @param real the same folder after its links were followed, as SQLite does */
function refuseTooLong(folder: string, real: string): void {
  const bytes = Buffer.byteLength(real)
  if (process.platform === 'win32' || bytes <= LONGEST_FOLDER) return
  throw new CannotStart(
    `The path of the data folder ${folder} has ${bytes} bytes, but no more than ${LONGEST_FOLDER} fit the database. ` +
      'Move the folder to a shorter path, or choose another with --data.',
  )
}

/** Creates one level at a time: `mkdirSync` with `recursive` never returns where folders cannot exist, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another start made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
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
