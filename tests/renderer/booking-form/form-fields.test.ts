import { expect, test } from 'vitest'
import type { MachineRow } from '#calls/machines'
import {
  isWorthKeeping,
  NO_FIELDS,
  ofMember,
  refusalOf,
  requestOf,
  slotOf,
  undecidedIn,
} from '../../../renderer/booking-form/form-fields.ts'
import { NO_PERIOD } from '../../../renderer/parts/fields/period-input.tsx'
import { officeCalendar } from '../../../renderer/words/office-calendar.ts'

const manila = officeCalendar('Asia/Manila')

const ana = { id: 'ana', name: 'Ana Reyes', number: 'M-1' }

test('the form says who cannot book by the same rule that refuses the request', () => {
  expect(refusalOf({ ...ana, verified: false, suspended: false })?.reason).toBe('member-not-verified')
  expect(
    refusalOf({ ...ana, verified: false, suspended: true, suspendedReason: 'unpaid dues' }),
  ).toMatchObject({ reason: 'member-suspended', memberName: 'Ana Reyes', why: 'unpaid dues' })
  expect(refusalOf({ ...ana, verified: true, suspended: false })).toBe(undefined)
})

test('a member of whom the form knows only the name is refused nothing before the office is asked', () => {
  expect(refusalOf(ana)).toBe(undefined)
  expect(refusalOf(null)).toBe(undefined)
})

test('while a text is no choice yet, nothing is saved with the choice from before', () => {
  const period = { kind: 'days' as const, from: '2026-12-01', to: '2026-12-01' }
  const slot = { machineId: 'tractor-1', period, units: 1 }
  const filled = { ...NO_FIELDS, machineId: 'tractor-1', member: ana }
  expect(requestOf(filled, slot)).toMatchObject({ memberId: 'ana' })
  expect(requestOf({ ...filled, memberText: 'delacruz' }, slot)).toBe(null)
  expect(requestOf({ ...filled, machineText: 'tr' }, slot)).toBe(null)
  expect(undecidedIn({ ...filled, machineText: 'tr', memberText: 'delacruz' })).toBe('machine')
  expect(undecidedIn({ ...filled, memberText: ' ' })).toBe(null)
  expect(undecidedIn({ ...filled, ...{ memberText: 'delacruz' }, ...ofMember(ana) })).toBe(null)
})

test('a form with nothing but a text that is no choice yet is kept', () => {
  expect(isWorthKeeping({ ...NO_FIELDS, memberText: 'delacruz' })).toBe(true)
  expect(isWorthKeeping({ ...NO_FIELDS, machineId: 'tractor-1' })).toBe(false)
})

test('a text that is no machine yet is not answered for the machine from before', () => {
  const machine = { id: 'tractor-1', bookingMode: 'days', capacity: 1 } as MachineRow
  const filled = { ...NO_FIELDS, machineId: machine.id, typed: { from: '2026-12-01', to: '2026-12-02' } }
  expect(slotOf(filled, machine, manila)).toMatchObject({ machineId: machine.id, units: 1 })
  expect(slotOf({ ...filled, machineText: 'tr' }, machine, manila)).toBe(null)
  expect(slotOf({ ...filled, memberText: 'delacruz' }, machine, manila)).not.toBe(null)
})

test('a form with nothing but a day that cannot be read is kept, and asks for no time', () => {
  const typed = { ...NO_PERIOD, unread: { from: 'after the rains' } }
  expect(isWorthKeeping({ ...NO_FIELDS, typed })).toBe(true)
  const machine = { id: 'tractor-1', bookingMode: 'days', capacity: 1 } as MachineRow
  expect(slotOf({ ...NO_FIELDS, typed }, machine, manila)).toBe(null)
})
