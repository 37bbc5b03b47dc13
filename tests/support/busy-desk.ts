import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { openOfficeFile } from '#db/opening/open-database'
import type { Desk } from '#office/desk'
import { systemClock } from '#office/law/clock'
import { createOffice } from '#office/office'
import { createRouter } from '#office/router'
import { keepUp } from '#office/upkeep/keep-up'
import { workAtRandom } from './random-work.ts'
import { dice } from './seeded.ts'

// A child process in which three people work at random, until it is killed. It prints each command that was acknowledged,
// and whether it was done or refused. It syncs its file as Araro does.

type Errand = { path: string; seed: number; nowMs: number; password: string }
const { path, seed, nowMs: startMs, password }: Errand = JSON.parse(process.argv[2] ?? '')

const clock = { nowMs: startMs }
const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs: startMs })
const office = createOffice({
  file,
  clock: { nowMs: () => clock.nowMs, monotonicMs: systemClock.monotonicMs },
  ids: { newId: randomUUID },
  log: pino({ level: 'error' }, pino.destination(2)),
  passwordCost: 16,
})
const router = createRouter({ office, version: 'test', database: path, sampleSignIn: [] } as unknown as Desk)

async function signedIn(name: string) {
  const answer = await createRouterClient(router, {
    context: { authorization: undefined, browser: name },
  }).auth.signIn({
    name,
    password,
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return createRouterClient(router, { context: { authorization: `Bearer ${answer.token}`, browser: name } })
}
const staff = {
  clerk: await signedIn('Clerk'),
  manager: await signedIn('Manager'),
  admin: await signedIn('Admin'),
}

async function work(roll: ReturnType<typeof dice>): Promise<never> {
  for (;;) {
    if (roll.chance(20)) {
      clock.nowMs += roll.number(5) * 3_600_000
      await keepUp(office)
    }
    const worked = await workAtRandom({ ...staff, roll, nowMs: () => clock.nowMs })
    // What was only told to wait decided nothing.
    if (worked && worked.reason !== 'busy') {
      process.stdout.write(`${JSON.stringify({ ...worked, nowMs: clock.nowMs })}\n`)
    }
  }
}
await Promise.all([1, 2, 3].map(person => work(dice(seed + person))))
