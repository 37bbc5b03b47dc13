import { expect, test } from 'vitest'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { emptyOffice, PASSWORD, temporaryOffice } from '#tests/support/temporary-office'

test('after a process is killed, every acknowledged command is in the file and the history chain verifies', {
  timeout: 120_000,
}, async () => {
  const araro = await temporaryOffice()
  const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
  const acknowledged: string[] = []
  for (const enough of [5, 60, 200]) {
    const child = startChild('writing-desk.ts', { path: araro.path, actor })
    const before = acknowledged.length
    for (let line = await child.next(); line; line = await child.next()) {
      acknowledged.push(line['acknowledged'] as string)
      if (acknowledged.length - before === enough) child.kill()
    }
    expect(await child.ended).toBe('SIGKILL')
  }
  await araro.office.stop()
  araro.file.sqlite.close()

  const again = emptyOffice(araro.path)
  const { sqlite } = again.file
  const kept = new Set(sqlite.prepare('SELECT id FROM members').pluck().all())
  expect(acknowledged.length).toBeGreaterThanOrEqual(265)
  expect(acknowledged.filter(id => !kept.has(id))).toEqual([])
  // A command is kept whole or not at all: its effect, its outcome, its line of history and its entry in the change feed.
  for (const table of [
    "commands WHERE name = 'members.add'",
    "history WHERE entity = 'member'",
    "changes WHERE entity = 'member'",
  ]) {
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(kept.size)
  }
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(whatIsWrong(sqlite)).toEqual([])
  const { window } = await again.signIn('Clerk', PASSWORD)
  expect(await window.history.verify({})).toMatchObject({ ok: true })
})
