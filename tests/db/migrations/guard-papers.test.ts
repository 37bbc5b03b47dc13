import { hash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { pictureBytes } from '#tests/support/pictures'
import { CONFLICTS, FIRST_DAY, insertRow, refusalOf } from '#tests/support/raw-rows'

// Papers of machines, as another program would write them.

const foreign = foreignProgram()
const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))
const ids = (sql: string) => foreign.raw.prepare(sql).pluck().all()
const bytes = pictureBytes('jpeg', { seed: 3 })
const hashed = hash('sha256', bytes)
const paper = (id: string, change = {}) => ({
  id,
  machine_id: 'harvester',
  kind: 'insurance',
  expires: '2026-12-31',
  entered_ms: FIRST_DAY,
  ...change,
})

describe.each(CONFLICTS)('%s', conflict => {
  const add = (row: object) => refusalOf(() => insertRow(foreign.raw, 'papers', row as never, conflict))
  beforeEach(() => {
    foreign.raw.prepare("INSERT INTO photos (hash, kind, bytes) VALUES (?, 'jpeg', ?)").run(hashed, bytes)
  })

  test('a paper is replaced by another one of its machine, once, and only the last one stands', () => {
    expect(add(paper('old'))).toBe('')
    expect(add(paper('old'))).toBe('KNOWN-ID')
    expect(add(paper('of none', { machine_id: 'nothing' }))).toBe('UNKNOWN-MACHINE')
    expect(add(paper('of another', { machine_id: 'mill', replaces: 'old' }))).toBe('NOT-STANDING')
    expect(add(paper('new', { expires: '2027-12-31', replaces: 'old' }))).toBe('')
    expect(add(paper('newer', { replaces: 'old' }))).toBe('NOT-STANDING')
    expect(ids('SELECT id FROM standing_papers')).toEqual(['new'])
  })

  test('what a paper says never changes, and it is kept', () => {
    add(paper('old'))
    for (const change of ["expires = '2030-01-01'", "number = 'x'", "machine_id = 'mill'", "id = 'x'"])
      expect(run(`UPDATE ${conflict} papers SET ${change}`)).toBe('FIXED')
    expect(run('DELETE FROM papers')).toBe('KEPT')
  })

  test('a paper ends once, with a reason, and not after it was replaced', () => {
    add(paper('old'))
    add(paper('new', { replaces: 'old' }))
    const end = (id: string, ms: number) =>
      run(`UPDATE ${conflict} papers SET ended_ms = ${ms}, ended_why = 'sold' WHERE id = '${id}'`)
    expect(end('old', 5)).toBe('NOT-STANDING')
    expect(end('new', 5)).toBe('')
    expect(end('new', 6)).toBe('FIXED')
    expect(run(`UPDATE ${conflict} papers SET ended_ms = NULL, ended_why = '' WHERE id = 'new'`)).toBe(
      'FIXED',
    )
    expect(add(paper('newest', { replaces: 'new' }))).toBe('NOT-STANDING')
    expect(ids('SELECT id FROM standing_papers')).toEqual([])
  })

  test('a paper has days that exist in their order, and a title if it is of another kind', () => {
    // With OR IGNORE, a violated CHECK leaves the row out without a word.
    add(paper('no day', { expires: '2026-02-30' }))
    add(paper('backward', { valid_from: '2027-01-01' }))
    add(paper('no title', { kind: 'other' }))
    add(paper('a title too much', { title: 'x' }))
    expect(ids('SELECT id FROM papers')).toEqual([])
    expect(add(paper('of another kind', { kind: 'other', title: 'Permit', expires: null }))).toBe('')
  })

  test('a photo that a paper shows is kept, and is not exchanged', () => {
    expect(add(paper('scanned', { photos: JSON.stringify([hashed]) }))).toBe('')
    expect(ids('SELECT hash FROM paper_photos')).toEqual([hashed])
    expect(run('DELETE FROM photos')).toBe('KEPT')
    expect(run(`UPDATE ${conflict} papers SET photos = '[]'`)).toBe('FIXED')
    expect(run(`UPDATE ${conflict} paper_photos SET place = 2`)).toBe('FIXED')
    expect(run('DELETE FROM paper_photos')).toBe('KEPT')
    const more = `INSERT ${conflict} INTO paper_photos (paper_id, place, hash) VALUES ('scanned', 2, '${'0'.repeat(64)}')`
    expect(run(more)).toBe('DERIVED')
    expect(add(paper('of none', { photos: JSON.stringify(['0'.repeat(64)]) }))).toBe('UNKNOWN-PHOTO')
  })
})
