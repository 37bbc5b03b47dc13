import { parseArgs } from 'node:util'

export type DesktopFlags = { data: string | undefined; sample: boolean; log: string }

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

/**
 * The flags of the desktop shell. Words that are not among them are passed over: Electron, Chromium and the systems
 * that start programs add their own.
 */
export function readDesktopFlags(words: readonly string[]): DesktopFlags {
  const options = { data: { type: 'string' }, sample: { type: 'boolean' }, log: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true })
  const { data, sample, log } = values
  return {
    data: typeof data === 'string' && data.trim() !== '' ? data : undefined,
    sample: sample === true,
    log: typeof log === 'string' && LEVELS.includes(log) ? log : 'warn',
  }
}
