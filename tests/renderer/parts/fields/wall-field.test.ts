import { expect, test } from 'vitest'
import { fieldFrom, instantFrom } from '../../../../renderer/parts/fields/wall-field.ts'
import { officeCalendar } from '../../../../renderer/words/office-calendar.ts'

const manila = officeCalendar('Asia/Manila')

test('clock times are in the cooperative’s time zone', () => {
  expect(instantFrom('2026-12-01T08:00', manila)).toBe(Date.UTC(2026, 11, 1, 0, 0))
  expect(fieldFrom(Date.UTC(2026, 11, 1, 0, 0), manila)).toBe('2026-12-01T08:00')
  expect(instantFrom('2026-02-30T08:00', manila)).toBeNull()
})
