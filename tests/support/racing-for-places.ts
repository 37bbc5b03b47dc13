import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { openOfficeFile } from '#db/opening/open-database'
import { systemClock } from '#office/law/clock'
import type { Actor } from '#office/law/command'
import { runCommand } from '#office/law/run-command'
import { createOffice } from '#office/office'
import { enrol } from '#office/sessions/enrolling'

// A child process that tries to get the last place of every session it is given, through the office or with SQL. It
// prints `ready`, waits for a line of input, tries each session and prints the result.

type Errand = {
  path: string
  how: 'office' | 'sql'
  sessionIds: string[]
  /** The name under which it enrols. */
  guest: string
  actor: Actor
  nowMs: number
}

const errand: Errand = JSON.parse(process.argv[2] ?? '')
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

const want = errand.how === 'office' ? throughTheOffice() : bySql()
say({ ready: true })
await once(process.stdin, 'data')
for (const sessionId of errand.sessionIds) say({ sessionId, ...(await want(sessionId)) })
process.exit(0)

function throughTheOffice() {
  const { path, guest, actor, nowMs } = errand
  const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs })
  const clock = { nowMs: () => nowMs, monotonicMs: systemClock.monotonicMs }
  const log = pino({ level: 'error' }, pino.destination(2))
  const office = createOffice({ file, clock, ids: { newId: randomUUID }, log })
  return async (sessionId: string) => {
    for (;;) {
      const args = { commandId: randomUUID(), sessionId, guest }
      const answer = await runCommand(office, { command: enrol, args, actor })
      if (answer.ok) return { got: args.commandId }
      // `busy` decides nothing, so try again.
      if (answer.refusal.reason !== 'busy') return { refused: answer.refusal.reason }
    }
  }
}

function bySql() {
  const sqlite = new Database(errand.path)
  sqlite.pragma('foreign_keys = OFF')
  return async (sessionId: string) => {
    const row = { id: randomUUID(), sessionId, guest: errand.guest }
    try {
      sqlite
        .prepare(
          `INSERT OR REPLACE INTO enrolments (id, session_id, guest, status, turn, enrolled_ms)
           VALUES (@id, @sessionId, @guest, 'active', 1, 1)`,
        )
        .run(row)
      return { got: row.id }
    } catch (error) {
      return { refused: (error as Error).message }
    }
  }
}
