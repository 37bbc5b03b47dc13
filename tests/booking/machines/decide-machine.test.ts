import { describe, expect, test } from 'vitest'
import {
  decideBuffers,
  decideCapacity,
  decideRetirement,
  MOST_PROMISED,
} from '#booking/machines/decide-machine'
import type { Decision } from '#booking/refusal'
import { bookedBlock, DAY, HOUR, heldBlock, NOW, repairBlock } from '#tests/support/booking-facts'

const said = (decision: Decision) => (decision.ok ? 'yes' : decision.refusal.reason)
const booked = (day: number, units: number) => bookedBlock(NOW + day * DAY, NOW + day * DAY + HOUR, units)

describe('a machine leaves service', () => {
  const tractor = { id: 'tractor', name: 'Tractor 1', retiredMs: null }

  test('only while nobody was promised it, whatever takes its time', () => {
    expect(said(decideRetirement(tractor, []))).toBe('yes')
    for (const block of [booked(1, 1), heldBlock(NOW, NOW + 1), repairBlock(NOW, NOW + 1)]) {
      expect(said(decideRetirement(tractor, [block.what]))).toBe('still-promised')
    }
  })

  test('once', () => {
    expect(said(decideRetirement({ ...tractor, retiredMs: NOW }, []))).toBe('machine-out-of-service')
  })

  test('and of many who were promised it the first are named', () => {
    const promised = Array.from({ length: MOST_PROMISED + 1 }, (_, day) => booked(day, 1).what)
    const decision = decideRetirement(tractor, promised)
    expect(decision).toMatchObject({ refusal: { by: promised.slice(0, MOST_PROMISED) } })
  })
})

describe('the capacity of a machine', () => {
  const dryer = { capacity: 60 }
  const cut = (capacity: number, blocks: ReturnType<typeof booked>[], unitsOut: number[] = []) =>
    decideCapacity(dryer, capacity, { loads: blocks, unitsOut, promised: blocks.map(block => block.what) })

  test('is cut only so far that the highest load still fits, not the sum of all loads', () => {
    const loads = [booked(1, 20), booked(1, 15), booked(2, 30)]
    expect(said(cut(35, loads))).toBe('yes')
    expect(cut(34, loads)).toMatchObject({ refusal: { reason: 'capacity-in-use', capacity: 34, needed: 35 } })
  })

  test('must fit all that is out, also beyond its promise', () => {
    expect(said(cut(25, [booked(1, 20)], [12, 13]))).toBe('yes')
    expect(cut(24, [booked(1, 20)], [12, 13])).toMatchObject({ refusal: { needed: 25 } })
  })

  test('may be raised, and is not limited by what takes the machine whole', () => {
    const repair = repairBlock(NOW + DAY, NOW + 2 * DAY)
    expect(said(cut(60, [booked(1, 60)]))).toBe('yes')
    expect(said(cut(61, [booked(1, 60)]))).toBe('yes')
    expect(said(cut(1, [repair]))).toBe('yes')
    const decision = cut(1, [repair, booked(1, 2)])
    expect(decision).toMatchObject({ refusal: { needed: 2, by: [{ kind: 'booking' }] } })
  })
})

test('a machine booked by days keeps whole days free around a booking, one booked by time any minutes', () => {
  const buffers = (bookingMode: 'days' | 'time', bufferBeforeMs: number, bufferAfterMs: number) =>
    said(decideBuffers({ bookingMode, bufferBeforeMs, bufferAfterMs }))
  expect(buffers('days', 0, DAY)).toBe('yes')
  expect(buffers('days', HOUR, 0)).toBe('buffers-not-whole-days')
  expect(buffers('days', 0, DAY + 1)).toBe('buffers-not-whole-days')
  expect(buffers('time', HOUR, 1)).toBe('yes')
})
