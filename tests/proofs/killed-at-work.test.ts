import { expect, test } from 'vitest'
import { startChild } from '#tests/support/child-office'
import { fullOffice } from '#tests/support/full-office'
import { whatIsWrongWithMoney } from '#tests/support/money-oracle'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { moreToWorkWith } from '#tests/support/random-work'
import { dice, printedSeed, turnsOf } from '#tests/support/seeded'
import { rawConnection } from '#tests/support/temporary-file'
import { emptyOffice, PASSWORD } from '#tests/support/temporary-office'

// More kills: ARARO_TURNS=100 npm test -- killed-at-work

const KILLS = turnsOf(3)

test('a process that is killed while people do everything that there is to do loses nothing that it acknowledged, and leaves nothing half done', {
  timeout: 60_000 + KILLS * 10_000,
}, async () => {
  const seed = printedSeed('killed at work')
  const roll = dice(seed)
  const araro = await fullOffice()
  await moreToWorkWith(araro)
  let nowMs = araro.clock.nowMs()
  await araro.office.stop()
  araro.file.sqlite.close()
  const acknowledged = new Map<string, boolean>()
  for (let kill = 0; kill < KILLS; kill++) {
    const child = startChild('busy-desk.ts', {
      path: araro.path,
      seed: seed + kill,
      nowMs,
      password: PASSWORD,
    })
    const enough = 1 + roll.number(60)
    let count = 0
    for (let line = await child.next(); line; line = await child.next()) {
      acknowledged.set(String(line['commandId']), line['ok'] === true)
      nowMs = Math.max(nowMs, Number(line['nowMs']))
      if (++count === enough) child.kill()
    }
    expect(await child.ended, `seed ${seed}, kill ${kill}`).toBe('SIGKILL')
    const sqlite = rawConnection(araro.path)
    const at = `seed ${seed}, kill ${kill}`
    const kept = new Map(
      sqlite.prepare<[], [string, number]>('SELECT command_id, ok FROM commands').raw().all(),
    )
    const lost = [...acknowledged].filter(([id, ok]) => kept.get(id) !== Number(ok))
    expect(lost, at).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true }), at).toBe('ok')
    expect([...whatIsWrong(sqlite), ...whatIsWrongWithMoney(sqlite)], at).toEqual([])
    sqlite.close()
  }
  expect([...acknowledged.values()].filter(ok => ok).length).toBeGreaterThan(KILLS)
  const again = emptyOffice(araro.path)
  const { window } = await again.signIn('Admin')
  expect(await window.history.verify({})).toMatchObject({ ok: true })
  process.stdout.write(`${KILLS} kills, ${acknowledged.size} acknowledged\n`)
})
