import { parseArgs } from 'node:util'
import { LOG_LEVELS } from '#shell/start/log'
import { isLoopback } from './own-address.ts'

export type Flags = {
  /** Open a window once Araro can serve. */
  open: boolean
  host: string
  /** Undefined: the usual port. 0: any free port. */
  port: number | undefined
  data: string | undefined
  sample: boolean
  log: string
  resetPassword: string | undefined
}
export type ReadFlags = { ok: true; flags: Flags } | { ok: false; sentence: string }

const KNOWN = {
  'no-open': { type: 'boolean' },
  browser: { type: 'boolean' },
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  sample: { type: 'boolean' },
  log: { type: 'string' },
  'reset-password': { type: 'string' },
} as const

/** Reads the command line. A wrong flag gets a sentence that names it and says what would be right. */
export function readFlags(words: readonly string[]): ReadFlags {
  const read = parse(words)
  if (!read.ok) return read
  const { values } = read
  const { host = '127.0.0.1', log = 'warn' } = values

  if (!isLoopback(host)) {
    const why = 'Araro serves this computer only, because passwords would cross the network unencrypted.'
    return no(`--host ${host} is refused: ${why} Leave --host out, or use 127.0.0.1.`)
  }
  const port = values.port === undefined ? undefined : readPort(values.port)
  if (port === null)
    return no(`--port ${values.port} is not a port: use a number from 0 (any free one) to 65535.`)
  if (!LOG_LEVELS.includes(log))
    return no(`--log ${log} is not a level: use one of ${LOG_LEVELS.join(', ')}.`)
  if (values.data?.trim() === '') return no('--data needs the name of a folder, such as --data office-data.')
  if (values['reset-password']?.trim() === '') return no('--reset-password needs the name of a user.')

  const flags = {
    open: !values['no-open'],
    host: host.replace(/^\[|\]$/g, ''),
    port,
    data: values.data,
    sample: values.sample ?? false,
    log,
    resetPassword: values['reset-password'],
  }
  return { ok: true, flags }
}

function parse(words: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...words], options: KNOWN, strict: true, allowPositionals: false })
    return { ok: true as const, values }
  } catch (error) {
    return no(whatIsWrong(error instanceof Error ? error : new Error(String(error)), words))
  }
}

function whatIsWrong(error: Error & { code?: string }, words: readonly string[]): string {
  const unknown = words.find(word => !(word.replace(/^--|=.*$/g, '') in KNOWN))
  const list = Object.keys(KNOWN)
    .map(name => `--${name}`)
    .join(', ')
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `${/--[\w-]+/.exec(error.message)?.[0] ?? 'A flag'} is used wrongly: it needs a value, or it takes none.`
  return `${unknown ?? 'A flag'} is not a flag of Araro. Its flags are ${list}.`
}

function readPort(text: string): number | null {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null
}

function no(sentence: string): { ok: false; sentence: string } {
  return { ok: false, sentence }
}
