import { expect, test } from 'vitest'
import { HOUR_MS } from '#booking/time/day'
import { keepUp } from '#office/upkeep/keep-up'
import { fullOffice } from '#tests/support/full-office'
import { whatIsWrongWithMoney } from '#tests/support/money-oracle'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { moreToWorkWith, workAtRandom } from '#tests/support/random-work'
import { dice, printedSeed, turnsOf } from '#tests/support/seeded'

// Everything that people can do with an office, in any order. More: ARARO_TURNS=5000 npm test -- whole-office

const AT_ONCE = 500
const TURNS = turnsOf(AT_ONCE)

test('whatever people do in whatever order: no machine, place or receipt is given twice, every centavo is accounted for, and the rules find every no before the guard', {
  timeout: 60_000 + TURNS * 100,
}, async () => {
  const seed = printedSeed('the whole office')
  const roll = dice(seed)
  const done = new Map<string, number>()
  for (let turn = 0; turn < TURNS; turn += AT_ONCE) await work(roll, `seed ${seed}, from ${turn}`, done)
  const often = ['bookings.request', 'bookings.handOver', 'bookings.return', 'sessions.enrol', 'undo.last']
  expect([...done.keys()], `seed ${seed}`).toEqual(expect.arrayContaining(often))
})

async function work(roll: ReturnType<typeof dice>, from: string, done: Map<string, number>): Promise<void> {
  const araro = await fullOffice()
  await moreToWorkWith(araro)
  const place = { ...araro, roll, nowMs: () => araro.clock.nowMs() }
  for (let turn = 0; turn < AT_ONCE; turn++) {
    if (roll.chance(12)) {
      araro.clock.pass(roll.number(9) * HOUR_MS)
      await keepUp(araro.office)
    }
    const worked = await workAtRandom(place)
    if (worked?.ok) done.set(worked.name, (done.get(worked.name) ?? 0) + 1)
    const at = `${from}, turn ${turn}: ${worked?.name} ${worked?.commandId}`
    expect(araro.errors(), at).toEqual([])
    expect(worked?.reason, at).not.toBe('guard-refused')
    if (!roll.chance(25)) continue
    const { sqlite } = araro.file
    expect([...whatIsWrong(sqlite), ...whatIsWrongWithMoney(sqlite)], at).toEqual([])
  }
  const { sqlite } = araro.file
  expect([...whatIsWrong(sqlite), ...whatIsWrongWithMoney(sqlite)], from).toEqual([])
  expect(await araro.admin.history.verify({}), from).toMatchObject({ ok: true })
}
