import { expect, test } from 'vitest'
import { readWanted } from '../../../../renderer/parts/fields/read-wanted.ts'

/** A Saturday. */
const TODAY = '2026-11-21'
const read = (text: string) => readWanted(text, TODAY)
const on = (day: string, minutes: number | null = null) => ({ day, minutes })

test('what people ask for is read in English: which machine, for how long, from when', () => {
  const tractor = { what: 'tractor', length: { days: 3 }, units: null, from: on('2026-12-10') }
  for (const text of [
    'a tractor for 3 days from the 10th',
    'Tractor for three days from 10 Dec',
    'any tractor 3 days from 12/10',
    'tractor from the 10th for 3 days',
    '3 days tractor from 2026-12-10',
    'tractor 3d 12/10',
  ])
    expect(read(text), text).toEqual(tractor)
  const mill = { what: 'mill', length: { minutes: 120 }, units: null, from: null }
  for (const text of ['the mill for 2 hours', 'mill 2h', '2 hours mill', 'the mill for two hours'])
    expect(read(text), text).toEqual(mill)
  expect(read('mill for 1 hour 30 minutes tomorrow')).toEqual({
    ...mill,
    length: { minutes: 90 },
    from: on('2026-11-22'),
  })
  expect(read('the mill for 2 hours from friday 1pm')?.from).toEqual(on('2026-11-27', 780))
  expect(read('a harvester for a week')).toEqual({ ...mill, what: 'harvester', length: { days: 7 } })
})

test('what people ask for is read in Filipino', () => {
  const tractor = { what: 'traktora', length: { days: 3 }, units: null, from: on('2026-12-10') }
  for (const text of [
    'traktora nang 3 araw mula sa 10',
    'traktora nang tatlong araw mula ika-10 ng disyembre',
    'isang traktora 3 araw simula 12/10',
  ])
    expect(read(text), text).toEqual(tractor)
  expect(read('kiskisan dalawang oras bukas')).toEqual({
    what: 'kiskisan',
    length: { minutes: 120 },
    units: null,
    from: on('2026-11-22'),
  })
  expect(read('traktora nang isang linggo sa biyernes')).toEqual({
    ...tractor,
    length: { days: 7 },
    from: on('2026-11-27'),
  })
  expect(read('kuliglig nang apat na araw')).toMatchObject({ what: 'kuliglig', length: { days: 4 } })
})

test('a load, and a machine with a number, are told from the length', () => {
  expect(read('dryer for 40 sacks 8 hours')).toEqual({
    what: 'dryer',
    length: { minutes: 480 },
    units: 40,
    from: null,
  })
  expect(read('tractor 2 3 days')).toMatchObject({ what: 'tractor 2', length: { days: 3 } })
  expect(read('tractor 2 from friday')).toMatchObject({ what: 'tractor 2', length: null })
})

test('a text that is something else, or not typed to its end, is nothing that is asked for', () => {
  for (const text of ['', 'tractor', 'tractor 2', 'Ana Reyes', '3 days', 'from friday', 'settings'])
    expect(read(text), text).toBeNull()
  for (const text of ['tractor for 3 days from', 'tractor for 3 days from the', 'tractor 3 days from xyz'])
    expect(read(text), text).toBeNull()
})
