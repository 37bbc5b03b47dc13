import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import { openOfficeFile } from '#db/opening/open-database'
import { systemClock } from '#office/law/clock'
import type { Actor } from '#office/law/command'
import { runCommand } from '#office/law/run-command'
import { add } from '#office/members/commands'
import { createOffice } from '#office/office'

// A child process that adds members, four at a time, until it is killed. It prints the id of each once the command is
// acknowledged.

const { path, actor }: { path: string; actor: Actor } = JSON.parse(process.argv[2] ?? '')
const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs: Date.now() })
const office = createOffice({
  file,
  clock: systemClock,
  ids: { newId: randomUUID },
  log: pino({ level: 'silent' }),
})

async function keepAdding(): Promise<never> {
  for (;;) {
    const commandId = randomUUID()
    const fields = { number: commandId.slice(0, 18), name: 'Ana', phone: '', barangay: '', sector: '' }
    const answer = await runCommand(office, { command: add, args: { commandId, ...fields }, actor })
    if (answer.ok) process.stdout.write(`${JSON.stringify({ acknowledged: commandId })}\n`)
  }
}
await Promise.all([1, 2, 3, 4].map(keepAdding))
