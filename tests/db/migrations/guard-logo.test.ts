import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { pictureBytes } from '#tests/support/pictures'
import { CONFLICTS, refusalOf } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const bytesOf = (seed: number) => pictureBytes('png', { seed })
const hashOf = (seed: number) => hash('sha256', bytesOf(seed))
const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))

test.each(CONFLICTS)(
  '%s: the logo on papers is a photo that is there, and stays while it is the logo',
  on => {
    const keep = foreign.raw.prepare("INSERT INTO photos (hash, kind, bytes) VALUES (?, 'png', ?)")
    for (const seed of [1, 2]) keep.run(hashOf(seed), bytesOf(seed))
    const first = `INSERT ${on} INTO settings (id, office_name, time_zone, min_notice_days, max_days, horizon_days, walk_in_roles, logo)
    VALUES (1, 'Kapatiran', 'Asia/Manila', 1, 30, 365, '[]', `
    expect(run(`${first} '${'0'.repeat(64)}')`)).toBe('UNKNOWN-PHOTO')
    expect(run(`${first} '${hashOf(1)}')`)).toBe('')
    expect(run(`UPDATE ${on} settings SET logo = '${'0'.repeat(64)}'`)).toBe('UNKNOWN-PHOTO')
    const end = (seed: number) => run(`DELETE FROM photos WHERE hash = '${hashOf(seed)}'`)
    expect([end(1), end(2)]).toEqual(['KEPT', ''])
    expect(run(`UPDATE ${on} settings SET logo = NULL`)).toBe('')
    expect(end(1)).toBe('')
  },
)
