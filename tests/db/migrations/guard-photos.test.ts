import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { pictureBytes } from '#tests/support/pictures'
import { CONFLICTS, FIRST_DAY, refusalOf } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const { put } = foreign
const bytesOf = (seed: number) => pictureBytes('jpeg', { seed })
const hashOf = (bytes: Buffer) => hash('sha256', bytes)

type Photo = { hash?: string; kind?: string; bytes?: Buffer }
function keep({ bytes = bytesOf(1), kind = 'jpeg', hash = hashOf(bytes) }: Photo, conflict = '') {
  return refusalOf(() =>
    foreign.raw
      .prepare(`INSERT ${conflict} INTO photos (hash, kind, bytes) VALUES (?, ?, ?)`)
      .run(hash, kind, bytes),
  )
}
function show(id: string, photos: readonly string[], conflict = '') {
  return refusalOf(() =>
    foreign.raw
      .prepare(
        `INSERT ${conflict} INTO booking_facts (id, booking_id, kind, machine_id, at_ms, photos)
         VALUES (?, 'first', 'hand-over', 'harvester', ?, ?)`,
      )
      .run(id, FIRST_DAY, JSON.stringify(photos)),
  )
}
const shown = () => foreign.raw.prepare('SELECT hash FROM fact_photos ORDER BY fact_id, place').pluck().all()
const kept = () => foreign.raw.prepare('SELECT count(*) FROM photos').pluck().get()

describe.each(CONFLICTS)('%s', conflict => {
  test('a photo that a fact shows is kept, and one that none shows can end', () => {
    put('first')
    const [one, other] = [hashOf(bytesOf(1)), hashOf(bytesOf(2))]
    for (const seed of [1, 2]) expect(keep({ bytes: bytesOf(seed) }, conflict)).toBe('')
    expect(show('out', [one], conflict)).toBe('')
    expect(shown()).toEqual([one])
    const end = (hash: string) =>
      refusalOf(() => foreign.raw.prepare('DELETE FROM photos WHERE hash = ?').run(hash))
    expect([end(one), end(other)]).toEqual(['KEPT', ''])
    expect(kept()).toBe(1)
  })

  test('a fact shows only photos that were kept, each once, and at most ten', () => {
    put('first')
    expect(show('out', [hashOf(bytesOf(1))], conflict)).toBe('UNKNOWN-PHOTO')
    const hashes = Array.from({ length: 11 }, (_, seed) => hashOf(bytesOf(seed)))
    for (let seed = 0; seed < 11; seed++) keep({ bytes: bytesOf(seed) })
    expect(show('out', [hashes[0]!, hashes[0]!], conflict)).toBe('KNOWN-ID')
    // With OR IGNORE, a violated CHECK leaves the row out without a word.
    show('out', hashes, conflict)
    expect(foreign.raw.prepare('SELECT count(*) FROM booking_facts').pluck().get()).toBe(0)
    expect(show('out', hashes.slice(0, 10), conflict)).toBe('')
    expect(shown()).toEqual(hashes.slice(0, 10))
  })

  test('neither a photo nor what a fact shows is changed, taken over or added later', () => {
    put('first')
    const one = hashOf(bytesOf(1))
    for (const seed of [1, 2]) keep({ bytes: bytesOf(seed) })
    show('out', [one], conflict)
    expect(keep({ bytes: bytesOf(9), hash: one }, conflict)).toBe('KNOWN-ID')
    const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))
    expect(run(`UPDATE ${conflict} photos SET bytes = x'ffd8ff00'`)).toBe('FIXED')
    expect(run(`UPDATE ${conflict} fact_photos SET place = 2`)).toBe('FIXED')
    expect(run('DELETE FROM fact_photos')).toBe('KEPT')
    const add = `INSERT ${conflict} INTO fact_photos (fact_id, place, hash) VALUES ('out', 2, '${hashOf(bytesOf(2))}')`
    expect(run(add)).toBe('DERIVED')
    expect(run('UPDATE photos SET kept_ms = 5')).toBe('')
  })
})

test('only JPEG, PNG and WebP pictures of at most 200 kB are kept, whatever they are said to be', () => {
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    expect(keep({ kind, bytes: pictureBytes(kind) }), kind).toBe('')
    expect(keep({ kind, bytes: pictureBytes(kind, { length: 200_000, seed: 3 }) }), kind).toBe('')
    expect(keep({ kind, bytes: pictureBytes(kind, { length: 200_001, seed: 4 }) }), kind).toMatch('CHECK')
  }
  expect(keep({ kind: 'png', bytes: bytesOf(5) })).toMatch('CHECK')
  expect(keep({ kind: 'svg', bytes: Buffer.from('<svg onload="x">') })).toMatch('CHECK')
  expect(keep({ bytes: Buffer.from('GIF89a') })).toMatch('CHECK')
  expect(keep({ bytes: Buffer.alloc(0) })).toMatch('CHECK')
  expect(keep({ bytes: bytesOf(6), hash: 'not a hash' })).toMatch('CHECK')
})
