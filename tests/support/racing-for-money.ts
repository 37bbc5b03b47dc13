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
import { take } from '#office/payments/commands'

// A child process that tries to enter every payment it is given, through the office or with SQL. It prints `ready`, waits
// for a line of input, tries each payment and prints the result.

type Wanted = {
  /** What is raced for, as the line of the result says it. */
  what: string
  bookingId: string
  centavos: number
  receipt?: { bookletId: string; number: number }
}
type Errand = {
  path: string
  how: 'office' | 'sql'
  memberId: string
  wanted: Wanted[]
  actor: Actor
  nowMs: number
}

const errand: Errand = JSON.parse(process.argv[2] ?? '')
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

const pay = errand.how === 'office' ? throughTheOffice() : bySql()
say({ ready: true })
await once(process.stdin, 'data')
for (const wanted of errand.wanted) say({ what: wanted.what, ...(await pay(wanted)) })
process.exit(0)

function throughTheOffice() {
  const { path, memberId, actor, nowMs } = errand
  const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs })
  const clock = { nowMs: () => nowMs, monotonicMs: systemClock.monotonicMs }
  const log = pino({ level: 'error' }, pino.destination(2))
  const office = createOffice({ file, clock, ids: { newId: randomUUID }, log })
  return async ({ bookingId, centavos, receipt }: Wanted) => {
    for (;;) {
      const lines = [{ bookingId, centavos }]
      const args = {
        commandId: randomUUID(),
        memberId,
        lines,
        how: 'cash' as const,
        ...(receipt && { receipt }),
      }
      const answer = await runCommand(office, { command: take, args, actor })
      if (answer.ok) return { got: args.commandId }
      // `busy` decides nothing, so try again.
      if (answer.refusal.reason !== 'busy') return { refused: answer.refusal.reason }
    }
  }
}

function bySql() {
  const sqlite = new Database(errand.path)
  sqlite.pragma('foreign_keys = OFF')
  return async ({ bookingId, centavos, receipt }: Wanted) => {
    const id = randomUUID()
    const lines = JSON.stringify([{ bookingId, centavos }])
    const { bookletId = null, number = null } = receipt ?? {}
    try {
      sqlite
        .prepare(
          `INSERT OR REPLACE INTO payments
             (id, kind, member_id, centavos, lines, how, booklet_id, receipt_number, at_ms, entered_ms)
           VALUES (@id, 'payment', @memberId, @centavos, @lines, 'cash', @bookletId, @number, 1, 1)`,
        )
        .run({ id, memberId: errand.memberId, centavos, lines, bookletId, number })
      return { got: id }
    } catch (error) {
      return { refused: (error as Error).message }
    }
  }
}
