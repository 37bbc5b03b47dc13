import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startChild } from '#tests/support/child-office'
import { fullOffice } from '#tests/support/full-office'
import { whatIsWrongWithMoney } from '#tests/support/money-oracle'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { Disk, readJournal, writeJournal } from '#tests/support/power-cut'
import { moreToWorkWith } from '#tests/support/random-work'
import { dice, printedSeed, turnsOf } from '#tests/support/seeded'
import { openTemporary, temporaryFolder } from '#tests/support/temporary-file'
import { PASSWORD } from '#tests/support/temporary-office'

// More cuts: ARARO_TURNS=600 npm test -- power-cut

const CUTS = turnsOf(12)
const FILES = ['', '-wal']

test('after a power cut at any instant, with any part of what was not synced, everything that was acknowledged is there and whole', {
  timeout: 120_000 + CUTS * 3000,
}, async ({ skip }) => {
  const seed = printedSeed('power cuts')
  const roll = dice(seed)
  const araro = await fullOffice()
  await moreToWorkWith(araro)
  const errand = { path: araro.path, seed, nowMs: araro.clock.nowMs(), password: PASSWORD }
  await araro.office.stop()
  araro.file.sqlite.close()
  const journal = writeJournal(araro.path)
  if ('why' in journal) return skip(journal.why)
  const before = new Map(
    FILES.map(end => araro.path + end)
      .filter(existsSync)
      .map(path => [path, readFileSync(path)]),
  )
  const child = startChild('busy-desk.ts', errand, journal.env)
  let lines = 0
  for (let line = await child.next(); line; line = await child.next()) if (++lines === 60 + CUTS) child.kill()
  await child.ended

  const events = readJournal(journal)
  const isSynced = events.filter(event => event.kind === 'sync').length
  expect(isSynced, 'syncs are seen').toBeGreaterThan(20)
  const at = new Set(Array.from({ length: CUTS }, () => roll.number(events.length)))
  const disk = new Disk(before)
  const acknowledged = new Map<string, boolean>()
  let text = ''
  for (const [n, event] of events.entries()) {
    disk.take(event)
    if (event.kind === 'printed') text += event.text
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const { commandId, ok } = JSON.parse(text.slice(0, end))
      acknowledged.set(commandId, ok)
      text = text.slice(end + 1)
    }
    if (at.has(n)) whatIsLeft(disk.cut(roll), acknowledged, araro.path, `seed ${seed}, after event ${n}`)
  }
  process.stdout.write(
    `${at.size} power cuts in ${events.length} events, ${acknowledged.size} acknowledged\n`,
  )
})

function whatIsLeft(
  files: ReadonlyMap<string, Buffer>,
  acknowledged: ReadonlyMap<string, boolean>,
  path: string,
  where: string,
): void {
  const copy = join(temporaryFolder(), 'office.db')
  for (const [file, bytes] of files) writeFileSync(copy + file.slice(path.length), bytes)
  // Opened as Araro opens it after the power is back.
  const { sqlite } = openTemporary(copy)
  const kept = new Map(
    sqlite.prepare<[], [string, number]>('SELECT command_id, ok FROM commands').raw().all(),
  )
  expect(
    [...acknowledged].filter(([id, ok]) => kept.get(id) !== Number(ok)),
    where,
  ).toEqual([])
  expect(sqlite.pragma('integrity_check', { simple: true }), where).toBe('ok')
  expect([...whatIsWrong(sqlite), ...whatIsWrongWithMoney(sqlite)], where).toEqual([])
  sqlite.close()
}
