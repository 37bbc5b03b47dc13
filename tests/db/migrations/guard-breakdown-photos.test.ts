import { hash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { pictureBytes } from '#tests/support/pictures'
import { CONFLICTS, insertRow, refusalOf, repair } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const bytesOf = (seed: number) => pictureBytes('jpeg', { seed })
const hashOf = (seed: number) => hash('sha256', bytesOf(seed))
const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))
const shown = () =>
  foreign.raw.prepare('SELECT hash FROM maintenance_photos ORDER BY maintenance_id, place').pluck().all()

describe.each(CONFLICTS)('%s', conflict => {
  const breakDown = (id: string, photos: readonly string[]) =>
    refusalOf(() =>
      insertRow(foreign.raw, 'maintenance', repair(id, { photos: JSON.stringify(photos) }), conflict),
    )
  beforeEach(() => {
    const keep = foreign.raw.prepare("INSERT INTO photos (hash, kind, bytes) VALUES (?, 'jpeg', ?)")
    for (let seed = 0; seed < 11; seed++) keep.run(hashOf(seed), bytesOf(seed))
  })

  test('a photo that a breakdown shows is kept, and one that nothing shows can end', () => {
    expect(breakDown('belt', [hashOf(1)])).toBe('')
    expect(shown()).toEqual([hashOf(1)])
    const end = (seed: number) => run(`DELETE FROM photos WHERE hash = '${hashOf(seed)}'`)
    expect([end(1), end(2)]).toEqual(['KEPT', ''])
  })

  test('a breakdown shows only photos that were kept, each once, and at most ten', () => {
    expect(breakDown('belt', ['0'.repeat(64)])).toBe('UNKNOWN-PHOTO')
    expect(breakDown('belt', [hashOf(0), hashOf(0)])).toBe('KNOWN-ID')
    const hashes = Array.from({ length: 11 }, (_, seed) => hashOf(seed))
    // With OR IGNORE, a violated CHECK leaves the row out without a word.
    breakDown('belt', hashes)
    expect(foreign.raw.prepare('SELECT count(*) FROM maintenance').pluck().get()).toBe(0)
    expect(breakDown('belt', hashes.slice(0, 10))).toBe('')
    expect(shown()).toEqual(hashes.slice(0, 10))
  })

  test('what a breakdown shows is not changed, taken away or added later', () => {
    expect(breakDown('belt', [hashOf(1)])).toBe('')
    expect(run(`UPDATE ${conflict} maintenance SET photos = '[]'`)).toBe('FIXED')
    expect(run(`UPDATE ${conflict} maintenance_photos SET place = 2`)).toBe('FIXED')
    expect(run('DELETE FROM maintenance_photos')).toBe('KEPT')
    const add = (hashed: string) =>
      `INSERT ${conflict} INTO maintenance_photos (maintenance_id, place, hash) VALUES ('belt', 2, '${hashed}')`
    expect(run(add(hashOf(2)))).toBe('DERIVED')
    expect(run("UPDATE maintenance SET note = 'torn'")).toBe('')
    expect(shown()).toEqual([hashOf(1)])
  })
})
