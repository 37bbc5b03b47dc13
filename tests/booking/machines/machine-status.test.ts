import { expect, test } from 'vitest'
import { machineStatus } from '#booking/machines/machine-status'

test('a machine’s status is the first that applies of out of service, rented, in maintenance and available', () => {
  const seen = { retired: false, capacity: 2, unitsOut: 0, inMaintenance: false }
  expect(machineStatus(seen)).toBe('available')
  expect(machineStatus({ ...seen, unitsOut: 1 })).toBe('available')
  expect(machineStatus({ ...seen, unitsOut: 2 })).toBe('rented')
  expect(machineStatus({ ...seen, inMaintenance: true })).toBe('maintenance')
  expect(machineStatus({ ...seen, unitsOut: 2, inMaintenance: true })).toBe('rented')
  expect(machineStatus({ ...seen, unitsOut: 2, retired: true })).toBe('out-of-service')
})
