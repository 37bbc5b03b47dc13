import { expect, test } from 'vitest'
import { type Choice, found, matching, meant } from '../../../../renderer/parts/fields/find-choices.ts'

const MACHINES: Choice[] = [
  'Combine Harvester 2',
  'Hand Tractor 2',
  'Rice Mill 1',
  'Tractor 1',
  'Tractor 2',
  'Transplanter 2',
].map(label => ({ value: label, label, note: label.replace(/ \d$/, '') }))
const labels = (text: string) => found(MACHINES, text).map(choice => choice.label)

test('a machine is found by the beginnings of its words', () => {
  expect(labels('tr 2')).toEqual(['Tractor 2', 'Transplanter 2', 'Hand Tractor 2'])
  expect(labels('h tr')).toEqual(['Hand Tractor 2'])
  expect(labels('ri m')).toEqual(['Rice Mill 1'])
  expect(labels('2 tr')).toEqual([])
})

test('a machine is found by any part of its name, and first by its beginning', () => {
  expect(labels('tractor')).toEqual(['Tractor 1', 'Tractor 2', 'Hand Tractor 2'])
  expect(labels('or 2')).toEqual(['Hand Tractor 2', 'Tractor 2'])
  expect(labels('  MILL ')).toEqual(['Rice Mill 1'])
  expect(labels('')).toHaveLength(MACHINES.length)
})

test('a text left with Tab means the only choice that it finds, or the one with exactly this name', () => {
  expect(meant(MACHINES, 'co 2')?.label).toBe('Combine Harvester 2')
  expect(meant(MACHINES, 'tractor 2')?.label).toBe('Tractor 2')
  expect(meant(MACHINES, 'tr 2')).toBeUndefined()
  expect(meant(MACHINES, ' ')).toBeUndefined()
})

test('of choices that were searched elsewhere, a text means the one that it finds, and not one that is only close', () => {
  const members = [{ value: '1', label: 'Benigno Dela Cruz · S-034' }]
  expect(meant(members, '0917', () => true)?.value).toBe('1')
  expect(meant(members, 'bengino', () => false)).toBeUndefined()
})

test('a text that means no single choice matches those that it finds, and none that is only close', () => {
  expect(matching(MACHINES, 'tr 2').map(choice => choice.label)).toEqual([
    'Hand Tractor 2',
    'Tractor 2',
    'Transplanter 2',
  ])
  expect(matching(MACHINES, 'plough')).toEqual([])
  expect(matching(MACHINES, ' ')).toEqual([])
  expect(matching(MACHINES, 'tr 2', () => false)).toEqual([])
})
