import type Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { writing } from '#db/transaction'
import { appendHistory, insertCommand } from '#db/write/history'
import { CONFLICTS, insertRow, refusalOf } from '#tests/support/raw-rows'
import { openTemporary, rawConnection } from '#tests/support/temporary-file'

let raw: Database.Database
beforeEach(() => {
  const file = openTemporary()
  const line = {
    userId: null,
    userName: 'system',
    commandId: null,
    action: 'machines.add',
    entity: 'machine',
  }
  writing(file, tx => {
    for (const title of ['one', 'two', 'three']) {
      appendHistory(tx, { ...line, atMs: 1, entityId: title, title, before: null, after: { title } })
    }
    const command = {
      name: 'machines.add',
      args: '{}',
      userId: null,
      atMs: 1,
      outcome: '{"ok":true}',
    }
    insertCommand(tx, { ...command, commandId: 'first', ok: true })
  })
  raw = rawConnection(file.path)
})

const lines = () => raw.prepare('SELECT * FROM history').all()
const row = (seq: number | null, previous_hash: string) => ({
  seq,
  at_ms: 1,
  user_name: 'x',
  action: 'x',
  entity: 'x',
  entity_id: 'x',
  title: 'forged',
  previous_hash,
  hash: 'x',
})

describe.each(CONFLICTS)('with %s', conflict => {
  test('no line of the history can be changed, replaced, inserted or skipped', () => {
    const before = lines()
    expect(refusalOf(() => raw.exec(`UPDATE ${conflict} history SET title = 'x'`))).toBe('FIXED')
    expect(refusalOf(() => raw.exec(`UPDATE ${conflict} history SET seq = 9 WHERE seq = 3`))).toBe('FIXED')
    for (const seq of [1, 2, 3, 5, 0, -1, null]) {
      expect(
        refusalOf(() => insertRow(raw, 'history', row(seq, ''), conflict)),
        `seq ${seq}`,
      ).toBe('KNOWN-ID')
    }
    expect(refusalOf(() => insertRow(raw, 'history', row(4, 'not the last hash'), conflict))).toBe('KNOWN-ID')
    expect(lines()).toEqual(before)
  })

  test('no number of the change feed can be removed, changed or reused, because a window would wait for it', () => {
    const change = { entity: 'booking', entity_id: 'x', version: 1 }
    const put = (seq?: number) =>
      refusalOf(() => insertRow(raw, 'changes', seq === undefined ? change : { ...change, seq }, conflict))
    expect([put(), put(), put(3)]).toEqual(['', '', ''])
    for (const seq of [1, 3, 5]) expect(put(seq), `seq ${seq}`).toBe('KNOWN-ID')
    for (const seq of [0, -1]) refusalOf(() => put(seq))
    expect(refusalOf(() => raw.exec(`UPDATE ${conflict} changes SET seq = 9 WHERE seq = 3`))).toBe('FIXED')
    expect(refusalOf(() => raw.exec('DELETE FROM changes'))).toBe('KEPT')
    expect(raw.prepare('SELECT seq FROM changes').pluck().all()).toEqual([1, 2, 3])
    expect(put()).toBe('')
  })

  test('no command can be changed, replaced or added again under another number', () => {
    const command = { name: 'x', args: '{}', at_ms: 1, ok: 1, outcome: '{"ok":true}' }
    const put = (change: Record<string, string | number>) =>
      refusalOf(() => insertRow(raw, 'commands', { ...command, ...change }, conflict))
    expect(put({ command_id: 'first' })).toBe('KNOWN-ID')
    expect(put({ command_id: 'second', mid: 1 })).toBe('KNOWN-ID')
    expect(refusalOf(() => raw.exec(`UPDATE ${conflict} commands SET outcome = '{"ok":true}'`))).toBe('FIXED')
    expect(refusalOf(() => raw.exec(`UPDATE ${conflict} commands SET mid = 7`))).toBe('FIXED')
  })

  test('a number below one is refused, because it would prevent every later command', () => {
    const command = { name: 'x', args: '{}', at_ms: 1, ok: 1, outcome: '{"ok":true}' }
    for (const mid of [-1, 0])
      refusalOf(() => insertRow(raw, 'commands', { ...command, command_id: `m${mid}`, mid }, conflict))
    expect(refusalOf(() => insertRow(raw, 'commands', { ...command, command_id: 'second' }, conflict))).toBe(
      '',
    )
  })
})

test('neither history nor commands can be deleted', () => {
  expect(refusalOf(() => raw.exec('DELETE FROM history'))).toBe('KEPT')
  expect(refusalOf(() => raw.exec('DELETE FROM history WHERE seq = 3'))).toBe('KEPT')
  expect(refusalOf(() => raw.exec('DELETE FROM commands'))).toBe('KEPT')
})

test('an upsert changes neither history nor commands', () => {
  const upsert = `INSERT INTO commands (command_id, name, args, at_ms, ok, outcome)
    VALUES ('first', 'x', '{}', 1, 1, '{}') ON CONFLICT (command_id) DO UPDATE SET name = 'x'`
  expect(refusalOf(() => raw.exec(upsert))).toBe('KNOWN-ID')
  const chain = `INSERT INTO history (seq, at_ms, user_name, action, entity, entity_id, title, previous_hash, hash)
    VALUES (3, 1, 'x', 'x', 'x', 'x', 'x', '', 'x') ON CONFLICT (seq) DO UPDATE SET title = 'x'`
  expect(refusalOf(() => raw.exec(chain))).toBe('KNOWN-ID')
})
