import { pino } from 'pino'

/** A log that records its lines. */
export function recordedLog(level = 'debug') {
  const lines: { level: number; msg: string }[] = []
  const log = pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return { log, lines, errors: () => lines.filter(line => line.level >= 50) }
}
