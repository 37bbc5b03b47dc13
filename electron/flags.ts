import { parseArgs } from 'node:util'
import { LOG_LEVELS } from '#shell/start/log'

export type DesktopFlags = { data: string | undefined; sample: boolean; log: string }

/**
 * Reads the flags of the desktop shell. Other arguments are ignored, because Electron, Chromium and the operating
 * system add their own.
 */
export function readDesktopFlags(words: readonly string[]): DesktopFlags {
  const options = { data: { type: 'string' }, sample: { type: 'boolean' }, log: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true })
  const { data, sample, log } = values
  return {
    data: typeof data === 'string' && data.trim() !== '' ? data : undefined,
    sample: sample === true,
    log: typeof log === 'string' && LOG_LEVELS.includes(log) ? log : 'warn',
  }
}
