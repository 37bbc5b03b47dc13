import { expect, test } from 'vitest'
import { withFrom } from '../../../../renderer/parts/fields/period-input.tsx'

const ONE_DAY = { from: '2026-12-10', to: '2026-12-10' }

test('an end that nobody chose follows the start, earlier and later, with the length of the booking', () => {
  expect(withFrom(ONE_DAY, '2026-12-03', null, null)).toEqual({ from: '2026-12-03', to: '2026-12-03' })
  expect(withFrom(ONE_DAY, '2026-12-30', { days: 3 }, null).to).toBe('2027-01-01')
  expect(withFrom({ from: '', to: '' }, '2026-12-03T08:00', null, null).to).toBe('2026-12-03T09:00')
})

test('an end that somebody chose stays, and comes back after a start that was too late for it', () => {
  const chosen = { from: '2026-12-03', to: '2026-12-05' }
  expect(withFrom(chosen, '2026-12-01', null, chosen.to)).toEqual({ from: '2026-12-01', to: '2026-12-05' })
  const late = withFrom(chosen, '2026-12-08', null, chosen.to)
  expect(late).toEqual({ from: '2026-12-08', to: '2026-12-08' })
  expect(withFrom(late, '2026-12-04', null, chosen.to)).toEqual({ from: '2026-12-04', to: '2026-12-05' })
})

test('a start that cannot be read leaves the end as it was', () => {
  expect(withFrom(ONE_DAY, '', null, null)).toEqual({ from: '', to: '2026-12-10' })
  expect(withFrom(ONE_DAY, '0002-12-01', null, null).to).toBe('2026-12-10')
})
