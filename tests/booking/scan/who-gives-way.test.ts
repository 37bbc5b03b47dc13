import { expect, test } from 'vitest'
import { type PromisedToo, whoGivesWay } from '#booking/scan/who-gives-way'

const promised = (id: string, requestedMs: number, status: PromisedToo['status'] = 'approved') => ({
  id,
  requestedMs,
  status,
})

test('whoever asked last gives way to whoever asked first, in whatever order they are given', () => {
  const [first, second, third] = [promised('c', 1), promised('a', 2, 'pending'), promised('b', 3)]
  for (const order of [
    [first, second, third],
    [third, second, first],
    [second, third, first],
  ])
    expect(whoGivesWay(order)).toEqual({ gives: third, keeps: first })
})

test('a booking with which the machine is out does not give way, even if it was asked for last', () => {
  const [out, waits] = [promised('a', 9, 'in-use'), promised('b', 1)]
  expect(whoGivesWay([out, waits])).toEqual({ gives: waits, keeps: out })
})

test('if the machine is out with both, the one that asked last is looked at first', () => {
  const [first, last] = [promised('a', 1, 'in-use'), promised('b', 1, 'in-use')]
  expect(whoGivesWay([last, first])).toEqual({ gives: last, keeps: first })
})

test('alone, nobody keeps the time; and of nobody, nobody gives way', () => {
  const alone = promised('a', 1)
  expect(whoGivesWay([alone])).toEqual({ gives: alone, keeps: null })
  expect(whoGivesWay([])).toBeNull()
})
