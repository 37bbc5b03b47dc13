import { describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { NOW, newId } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('the history', () => {
  const drop = (trigger: string) => araro.file.sqlite.exec(`DROP TRIGGER ${trigger}`)
  const verify = () => araro.clerk.history.verify({})

  test('is one unbroken chain over all commands', async () => {
    for (let n = 0; n < 10; n++) await araro.member()
    expect(await verify()).toEqual({ ok: true, rows: araro.count('history') })
  })

  test('reveals a line that was changed after the guard was removed', async () => {
    await araro.member()
    drop('history_never_changes')
    araro.file.sqlite.exec("UPDATE history SET after = json_set(after, '$.name', 'forged') WHERE seq = 3")
    expect(await verify()).toEqual({ ok: false, brokenAt: 3 })
  })

  test('reveals a line that was removed, inserted, or given a recomputed hash', async () => {
    await araro.member()
    drop('history_is_kept')
    araro.file.sqlite.exec('DELETE FROM history WHERE seq = 3')
    expect(await verify()).toEqual({ ok: false, brokenAt: 4 })
  })

  test('reveals a line that a foreign program appended with its own hash', async () => {
    const { sqlite } = araro.file
    sqlite.exec(`INSERT INTO history (seq, at_ms, user_name, action, entity, entity_id, title, previous_hash, hash)
      SELECT seq + 1, at_ms, 'Admin', 'x', entity, entity_id, 'forged', hash, 'made up' FROM history ORDER BY seq DESC LIMIT 1`)
    expect(await verify()).toEqual({ ok: false, brokenAt: araro.count('history') })
  })

  test('shows who did what, with the state before and after', async () => {
    const { id: memberId, version } = await araro.member({ name: 'Ana', phone: '1' })
    const fields = { number: 'N', name: 'Ana', phone: '2', barangay: 'Poblacion', sector: 'rice' }
    await araro.manager.members.change({ commandId: newId(), memberId, version, ...fields })
    const { rows } = await araro.clerk.history.list({ entity: 'member', entityId: memberId })
    expect(rows[0]).toMatchObject({
      userName: 'Manager',
      action: 'members.change',
      title: 'Ana',
      before: { phone: '1' },
      after: { phone: '2' },
    })
    expect(rows).toHaveLength(3)
  })

  test('of some days has every line of them once, page by page, also after the clock was set back', async () => {
    const hour = 3_600_000
    const namedAt = async (name: string, ms: number) => {
      araro.clock.ms = NOW + ms
      return (await araro.member({ name })).id
    }
    const fromMs = NOW + hour
    for (let n = 0; n < 70; n++) await namedAt(`Ahead ${n}`, hour + (n % 7))
    for (let n = 0; n < 3; n++) await namedAt(`Right ${n}`, n + 1)
    const titles: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 4; page++) {
      const { rows, nextCursor } = await araro.clerk.history.list({ fromMs, ...(cursor ? { cursor } : {}) })
      titles.push(...rows.filter(row => row.action === 'members.add').map(row => row.title))
      expect(rows.map(row => row.atMs)).toEqual(rows.map(row => row.atMs).sort((a, b) => b - a))
      if (nextCursor === null) break
      cursor = nextCursor
    }
    expect(titles.sort()).toEqual(Array.from({ length: 70 }, (_, n) => `Ahead ${n}`).sort())
    const { rows } = await araro.clerk.history.list({ toMs: fromMs, userId: araro.ids.clerk })
    const added = rows.filter(row => row.action === 'members.add').map(row => [row.title, row.atMs])
    expect(added).toEqual([2, 1, 0].map(n => [`Right ${n}`, NOW + n + 1]))
  })
})
