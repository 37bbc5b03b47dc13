import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * The log goes to stderr, one JSON object a line; stdout is for whoever started Araro. Written at once, so that the
 * line that explains an end is not lost with it. Nothing secret is ever handed to it.
 */
export function openLog(level: string): Log {
  const stderr = pino.destination({ dest: 2, sync: true })
  // Whoever read it may be gone; that is no reason to stop.
  stderr.on('error', () => {})
  return pino({ name: 'araro', level }, stderr)
}
