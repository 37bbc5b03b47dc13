import { expect, test } from 'vitest'
import { withFrom } from '../../../../renderer/parts/fields/period-input.tsx'

test('the end follows the start until another end is chosen, also while 12/3 is being typed', () => {
  let typed = { from: '', to: '' }
  // "1", "12", "12/", "12/3"
  for (const from of ['2026-12-01', '2026-12-12', '', '2026-12-03']) typed = withFrom(typed, from, null, true)
  expect(typed).toEqual({ from: '2026-12-03', to: '2026-12-03' })
  const chosen = { from: '2026-12-03', to: '2026-12-05' }
  expect(withFrom(chosen, '2026-12-01', null, false)).toEqual({ from: '2026-12-01', to: '2026-12-05' })
  expect(withFrom(chosen, '2026-12-08', null, false)).toEqual({ from: '2026-12-08', to: '2026-12-08' })
  expect(withFrom(typed, '2026-12-30', { days: 3 }, true).to).toBe('2027-01-01')
})
