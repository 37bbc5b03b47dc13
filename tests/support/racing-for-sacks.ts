import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { openOfficeFile } from '#db/opening/open-database'
import { add } from '#office/batches/shares'
import { systemClock } from '#office/law/clock'
import type { Actor } from '#office/law/command'
import { runCommand } from '#office/law/run-command'
import { createOffice } from '#office/office'

// A child process that tries to get the last sacks of every batch it is given, through the office or with SQL. It
// prints `ready`, waits for a line of input, tries each batch and prints the result.

type Errand = {
  path: string
  how: 'office' | 'sql'
  batchIds: string[]
  memberId: string
  actor: Actor
  nowMs: number
}

/** As many as are left. */
const SACKS = 13

const errand: Errand = JSON.parse(process.argv[2] ?? '')
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

const want = errand.how === 'office' ? throughTheOffice() : bySql()
say({ ready: true })
await once(process.stdin, 'data')
for (const batchId of errand.batchIds) say({ batchId, ...(await want(batchId)) })
process.exit(0)

function throughTheOffice() {
  const { path, memberId, actor, nowMs } = errand
  const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs })
  const clock = { nowMs: () => nowMs, monotonicMs: systemClock.monotonicMs }
  const log = pino({ level: 'error' }, pino.destination(2))
  const office = createOffice({ file, clock, ids: { newId: randomUUID }, log })
  return async (batchId: string) => {
    for (;;) {
      const args = { commandId: randomUUID(), batchId, memberId, sacks: SACKS }
      const answer = await runCommand(office, { command: add, args, actor })
      if (answer.ok) return { got: args.commandId }
      // `busy` decides nothing, so try again.
      if (answer.refusal.reason !== 'busy') return { refused: answer.refusal.reason }
    }
  }
}

function bySql() {
  const sqlite = new Database(errand.path)
  sqlite.pragma('foreign_keys = OFF')
  return async (batchId: string) => {
    const row = { id: randomUUID(), batchId, memberId: errand.memberId, sacks: SACKS }
    try {
      sqlite
        .prepare(
          `INSERT OR REPLACE INTO batch_shares (id, batch_id, member_id, sacks, turn, added_ms)
           VALUES (@id, @batchId, @memberId, @sacks, 1, 1)`,
        )
        .run(row)
      return { got: row.id }
    } catch (error) {
      return { refused: (error as Error).message }
    }
  }
}
