import { describe, expect, test } from 'vitest'
import { decideMaintenance } from '#booking/maintenance/decide-maintenance'
import type { Decision } from '#booking/refusal'
import {
  bookedBlock,
  DAY,
  HOUR,
  heldBlock,
  machine,
  manila,
  NOW,
  repairBlock,
} from '#tests/support/booking-facts'

const said = (decision: Decision) => (decision.ok ? 'yes' : decision.refusal.reason)

describe('planned maintenance', () => {
  const from = NOW + DAY
  const plan = (startMs: number, endMs: number, change = {}) =>
    said(
      decideMaintenance(
        { kind: 'time', startMs, endMs },
        { nowMs: NOW, calendar: manila, machine, blocks: [], ...change },
      ),
    )

  test('needs free time of a machine that is in service; the time may have begun, but not be over', () => {
    expect(plan(from, from + HOUR)).toBe('yes')
    expect(plan(NOW - DAY, NOW + 1)).toBe('yes')
    expect(plan(NOW - DAY, NOW)).toBe('in-the-past')
    expect(plan(from, from)).toBe('ends-before-it-starts')
    expect(plan(from, from + HOUR, { machine: { ...machine, retired: true } })).toBe('machine-out-of-service')
  })

  test('is refused while one of ten units is booked, or during other maintenance', () => {
    const mill = { ...machine, capacity: 10 }
    expect(plan(from, from + HOUR, { machine: mill, blocks: [bookedBlock(from, from + 1)] })).toBe(
      'still-promised',
    )
    expect(plan(from, from + HOUR, { machine: mill, blocks: [repairBlock(from, from + 1)] })).toBe(
      'in-maintenance',
    )
    expect(plan(from, from + HOUR, { blocks: [heldBlock(from, from + 1)] })).toBe('on-hold')
  })

  test('lasts at most 400 days; until the year 9999 is too long, not over', () => {
    expect(plan(from, from + 400 * DAY)).toBe('yes')
    expect(plan(from, from + 400 * DAY + 1)).toBe('too-long')
    const forEver = { kind: 'days', from: '2026-12-01', to: '9999-12-31' } as const
    expect(said(decideMaintenance(forEver, { nowMs: NOW, calendar: manila, machine, blocks: [] }))).toBe(
      'too-long',
    )
  })
})
