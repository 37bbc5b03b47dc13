import { expect, test } from 'vitest'
import type { MachineToday } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { saidOfMachine } from '../../../../renderer/parts/status/said-of-machine.ts'

const NOW = Date.UTC(2026, 10, 25, 1)
const nobody = { next: null, more: 0, asked: null, askedMore: 0, maintenance: null }
const free: MachineToday = { machineId: 'm', ...nobody, unitsOut: 0, freeFromMs: NOW, freeUntilMs: null }
const taken: MachineToday = { ...free, freeFromMs: NOW + 86_400_000 }
const out = { bookingId: 'b', memberName: 'Ana Reyes', endMs: NOW + 1, overdue: false }

const tractor = { id: 'm', status: 'available', out: [], stays: false } as unknown as MachineRow
const dryer: MachineRow = { ...tractor, stays: true }

test('only a machine that is free now is called available', () => {
  expect(saidOfMachine(tractor, free, NOW)).toBe('available')
  expect(saidOfMachine(tractor, taken, NOW)).toBe('in-yard')
  expect(saidOfMachine(tractor, undefined, NOW)).toBe('in-yard')
  expect(saidOfMachine({ ...tractor, status: 'rented', out: [out] }, taken, NOW)).toBe('rented')
  expect(saidOfMachine({ ...tractor, status: 'maintenance' }, free, NOW)).toBe('maintenance')
})

test('a machine that stays where it is runs or stands, and is never rented or in the yard', () => {
  expect(saidOfMachine(dryer, free, NOW)).toBe('available')
  expect(saidOfMachine(dryer, taken, NOW)).toBe('standing')
  expect(saidOfMachine({ ...dryer, out: [out] }, free, NOW)).toBe('running')
  expect(saidOfMachine({ ...dryer, status: 'rented', out: [out] }, taken, NOW)).toBe('running')
  expect(saidOfMachine({ ...dryer, out: [{ ...out, overdue: true }] }, taken, NOW)).toBe('overdue')
})
