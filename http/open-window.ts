import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Computer = {
  platform: NodeJS.Platform
  env: { [name: string]: string | undefined }
  /** Chromium cannot use its sandbox as root, and Araro never starts it without one. */
  isRoot: boolean
  canRun(path: string): boolean
}
export type Program = { path: string; words: string[] }

const CHROMIUMS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const CHROMIUMS_OF_MACS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const CHROMIUMS_OF_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** A program that still runs after this time counts as having opened its window. */
const FAILS_WITHIN_MS = 3000

/**
 * The programs that can open a window here, best first: a Chromium window without tabs and address bar, then the
 * user's default browser. Empty if there is no display.
 */
export function programsFor(url: string, computer: Computer): Program[] {
  const { platform, env, isRoot } = computer
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return []
  const chromium = isRoot ? undefined : chromiumPaths(computer).find(path => computer.canRun(path))
  const ownWindow = chromium ? [{ path: chromium, words: [`--app=${url}`, '--no-first-run'] }] : []
  return [...ownWindow, ...usersBrowser(url, computer)]
}

function usersBrowser(url: string, computer: Computer): Program[] {
  // `start` is a shell command and cannot be run without a shell.
  if (computer.platform === 'win32')
    return [{ path: 'rundll32.exe', words: ['url.dll,FileProtocolHandler', url] }]
  if (computer.platform === 'darwin') return [{ path: '/usr/bin/open', words: [url] }]
  const opener = onPath(['xdg-open'], computer).find(path => computer.canRun(path))
  return opener ? [{ path: opener, words: [url] }] : []
}

function chromiumPaths(computer: Computer): string[] {
  const { platform, env } = computer
  if (platform === 'darwin')
    return CHROMIUMS_OF_MACS.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (platform !== 'win32') return onPath(CHROMIUMS, computer)
  const places = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
    place => place !== undefined,
  )
  return CHROMIUMS_OF_WINDOWS.flatMap(name => places.map(place => `${place}\\${name}`))
}

function onPath(names: string[], { env }: Computer): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

export function thisComputer(): Computer {
  return { platform: process.platform, env: process.env, isRoot: process.getuid?.() === 0, canRun }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Opens a window with the first program that does not fail. The window is independent: closing it does not end Araro,
 * and Araro can end while it is open.
 *
 * @returns whether a window was opened, as far as Araro can tell
 */
export async function openWindow(programs: Program[]): Promise<boolean> {
  for (const program of programs) if (await starts(program)) return true
  return false
}

function starts({ path, words }: Program): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(path, words, { detached: true, shell: false, stdio: 'ignore', windowsHide: true })
    // This timer keeps Araro running until it knows: the window's own program must not.
    const settled = setTimeout(() => resolve(true), FAILS_WITHIN_MS)
    child.unref()
    child.once('error', () => {
      clearTimeout(settled)
      resolve(false)
    })
    child.once('exit', code => {
      clearTimeout(settled)
      resolve(code === 0)
    })
  })
}
