import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * @typedef {{ platform: string, env: Record<string, string | undefined>, exists: (path: string) => boolean }} Place
 */

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
]

const onMac = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const onWindows = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Finds an installed Chromium, Chrome or Edge. CHROMIUM_PATH takes precedence.
 * @param {Partial<Place>} [overrides]
 * @returns {string | undefined}
 */
export function findChromium(overrides = {}) {
  const place = { platform: process.platform, env: process.env, exists: existsSync, ...overrides }
  return candidates(place).find(path => place.exists(path))
}

/** @param {Place} place */
function candidates({ platform, env }) {
  const told = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])]
    return [...told, ...folders.flatMap(folder => onMac.map(app => `${folder}/${app}`))]
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return [...told, ...folders.flatMap(folder => onWindows.map(app => `${folder}\\${app}`))]
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...told, ...onPath.flatMap(name => folders.map(folder => join(folder, name)))]
}
