import { expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { CONFLICTS, insertRow, refusalOf, updateRow } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const QUOTA = { counts: 'hours', most: 60, per: 'month' }

test.each(CONFLICTS)(
  '%s: a quota keeps its id, is never replaced or deleted, and names a type that exists',
  conflict => {
    const put = (id: string, change = {}) =>
      refusalOf(() => insertRow(foreign.raw, 'quotas', { id, ...QUOTA, ...change }, conflict))
    expect(put('one')).toBe('')
    expect(put('one', { most: 1 })).toBe('KNOWN-ID')
    expect(put('two', { type_id: 'nothing' })).toBe('UNKNOWN-TYPE')
    if (conflict !== 'OR IGNORE') {
      expect(put('three', { per: 'season' })).toMatch(/CHECK/)
      expect(put('four', { from_day: '2026-12-01', to_day: '2026-12-02' })).toMatch(/CHECK/)
      const backward = { per: 'season', from_day: '2026-12-02', to_day: '2026-12-01' }
      expect(put('five', backward)).toMatch(/CHECK/)
    }
    const id = { id: 'other' }
    expect(refusalOf(() => updateRow(foreign.raw, 'quotas', { id: 'one' }, id, conflict))).toBe('FIXED')
    expect(refusalOf(() => foreign.raw.exec('DELETE FROM quotas'))).toBe('KEPT')
    expect(foreign.raw.prepare('SELECT id, most FROM quotas').all()).toEqual([{ id: 'one', most: 60 }])
  },
)
