import { type Logger, pino } from 'pino'

export type Log = Logger

/** The levels that can be asked for by `--log`, from the most to the least that is written. */
export const LOG_LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

/**
 * Writes the log to stderr, one JSON object per line; stdout is reserved for the program that started Araro. Writes are
 * synchronous, so that the line that explains a crash is not lost. Secrets must never be logged.
 */
export function openLog(level: string): Log {
  const stderr = pino.destination({ dest: 2, sync: true })
  // The reader of stderr may have exited. Araro keeps running.
  stderr.on('error', () => {})
  return pino({ name: 'araro', level }, stderr)
}
