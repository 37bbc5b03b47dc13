import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { openOfficeFile } from '#db/opening/open-database'
import { readRunningOffers } from '#db/read/waiting'
import { accept } from '#office/bookings/accept-offer'
import { request } from '#office/bookings/commands'
import { systemClock } from '#office/law/clock'
import type { Actor } from '#office/law/command'
import { runCommand } from '#office/law/run-command'
import { createOffice } from '#office/office'

// A child process that prints `ready` and waits for a line of input. Then it takes every offer that runs, or tries to
// book each slot again and again until the next line of input, and prints what it got or why not.

type Slot = { from: string; startMs: number; endMs: number }
type Errand = {
  path: string
  how: 'accept' | 'office' | 'sql'
  slots: Slot[]
  machineId: string
  memberId: string
  actor: Actor
  nowMs: number
}

const errand: Errand = JSON.parse(process.argv[2] ?? '')
const say = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)
const { path, how, slots, machineId, memberId, actor, nowMs } = errand

const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs })
const office = createOffice({
  file,
  clock: { nowMs: () => nowMs, monotonicMs: systemClock.monotonicMs },
  ids: { newId: randomUUID },
  log: pino({ level: 'error' }, pino.destination(2)),
})
const sqlite = new Database(path)
say({ ready: true })
await once(process.stdin, 'data')
if (how === 'accept') await takeAll()
else await keepTrying()
process.exit(0)

async function takeAll() {
  for (const { id } of readRunningOffers(file.db)) {
    for (;;) {
      const commandId = randomUUID()
      const answer = await runCommand(office, { command: accept, args: { commandId, offerId: id }, actor })
      if (!answer.ok && answer.refusal.reason === 'busy') continue
      say(answer.ok ? { offer: id, got: commandId } : { offer: id, refused: answer.refusal.reason })
      break
    }
  }
}

async function keepTrying() {
  let stopped = false
  process.stdin.once('data', () => {
    stopped = true
  })
  const refused = new Set<string>()
  let tries = 0
  while (!stopped) {
    for (const slot of slots) {
      const reason = how === 'sql' ? bySql(slot) : await throughTheOffice(slot)
      if (reason === null) say({ got: slot.from })
      else refused.add(reason)
      tries += 1
    }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  say({ refused: [...refused], tries })
}

async function throughTheOffice({ from }: Slot): Promise<string | null> {
  const args = {
    commandId: randomUUID(),
    machineId,
    memberId,
    period: { kind: 'days' as const, from, to: from },
  }
  const answer = await runCommand(office, { command: request, args, actor })
  return answer.ok ? null : answer.refusal.reason
}

function bySql({ startMs, endMs }: Slot): string | null {
  try {
    sqlite
      .prepare(
        `INSERT OR REPLACE INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
         VALUES (?, ?, ?, 'approved', ?, ?)`,
      )
      .run(randomUUID(), machineId, memberId, startMs, endMs)
    return null
  } catch (error) {
    return (error as Error).message
  }
}
