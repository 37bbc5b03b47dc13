import { expect, test } from 'vitest'
import { meantMachines } from '../../../renderer/first-free/meant-machines.ts'

const days = { bookingMode: 'days' as const }
const MACHINES = [
  { id: 't1', name: 'Tractor 1', typeId: 'tractors', type: 'Four-wheel tractor', ...days },
  { id: 't2', name: 'Tractor 2', typeId: 'tractors', type: 'Four-wheel tractor', ...days },
  { id: 'h1', name: 'Hand Tractor 1', typeId: 'hand', type: 'Hand tractor', ...days },
  { id: 'd1', name: 'Dryer 1', typeId: 'dryers', type: 'Flatbed dryer', bookingMode: 'time' as const },
  { id: 'm1', name: 'Kabesera', typeId: 'mills', type: 'Rice mill', bookingMode: 'time' as const },
]
const meant = (text: string) => meantMachines(text, MACHINES).map(one => one.name)

test('a machine’s own name means that machine, a type’s name any of its machines', () => {
  expect(meantMachines('tractor 2', MACHINES)).toEqual([{ machineId: 't2', name: 'Tractor 2', ...days }])
  expect(meantMachines('four-wheel tractor', MACHINES)).toEqual([
    { typeId: 'tractors', name: 'Four-wheel tractor', ...days },
  ])
  expect(meant('tractor')).toEqual(['Four-wheel tractor', 'Hand tractor'])
  expect(meant('kabesera')).toEqual(['Kabesera'])
})

test('a type is also found in the plural, with one typo, and by what people call such machines', () => {
  expect(meant('dryers')).toEqual(['Flatbed dryer'])
  expect(meant('drier')).toEqual(['Flatbed dryer'])
  expect(meant('kiskisan')).toEqual(['Rice mill'])
  expect(meant('traktora')).toEqual(['Four-wheel tractor'])
  expect(meant('kuliglig')).toEqual(['Hand tractor'])
  expect(meant('submarine')).toEqual([])
})
