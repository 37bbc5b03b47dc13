import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { openOfficeFile } from '#db/opening/open-database'
import { request } from '#office/bookings/commands'
import { systemClock } from '#office/law/clock'
import type { Actor } from '#office/law/command'
import { runCommand } from '#office/law/run-command'
import { createOffice } from '#office/office'

// A child process that tries to book every slot it is given, through the office or with SQL. It prints `ready`, waits
// for a line of input, tries each slot and prints the result.

type Slot = { from: string; startMs: number; endMs: number }
type Errand = {
  path: string
  how: 'office' | 'sql'
  slots: Slot[]
  machineId: string
  memberId: string
  actor: Actor
  nowMs: number
}

const errand: Errand = JSON.parse(process.argv[2] ?? '')
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

const want = errand.how === 'office' ? throughTheOffice() : bySql()
say({ ready: true })
await once(process.stdin, 'data')
for (const slot of errand.slots) say({ slot: slot.from, ...(await want(slot)) })
process.exit(0)

function throughTheOffice() {
  const { path, machineId, memberId, actor, nowMs } = errand
  const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs })
  const clock = { nowMs: () => nowMs, monotonicMs: systemClock.monotonicMs }
  const office = createOffice({
    file,
    clock,
    ids: { newId: randomUUID },
    log: pino({ level: 'error' }, pino.destination(2)),
  })
  return async ({ from }: Slot) => {
    for (;;) {
      const commandId = randomUUID()
      const args = { commandId, machineId, memberId, period: { kind: 'days' as const, from, to: from } }
      const answer = await runCommand(office, { command: request, args, actor })
      if (answer.ok) return { got: commandId }
      // `busy` decides nothing, so try again.
      if (answer.refusal.reason !== 'busy') return { refused: answer.refusal.reason }
    }
  }
}

function bySql() {
  const sqlite = new Database(errand.path)
  sqlite.pragma('foreign_keys = OFF')
  return async ({ startMs, endMs }: Slot) => {
    const id = randomUUID()
    const row = { id, startMs, endMs, machineId: errand.machineId, memberId: errand.memberId }
    try {
      sqlite
        .prepare(
          `INSERT OR REPLACE INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
           VALUES (@id, @machineId, @memberId, 'approved', @startMs, @endMs)`,
        )
        .run(row)
      return { got: id }
    } catch (error) {
      return { refused: (error as Error).message }
    }
  }
}
