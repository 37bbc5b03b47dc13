import { describe, expect, test } from 'vitest'
import { blocksOfMachineOut, expectedBackMs, isOverdue } from '#booking/availability/block'
import { bookingInTheWay, DAY, HOUR, manila } from '#tests/support/booking-facts'

describe('a machine that is out beyond its booked time', () => {
  const from = manila.startOfDay('2026-11-10')
  const out = {
    booking: bookingInTheWay({ startMs: from, endMs: from + DAY }),
    buffers: { bufferBeforeMs: 0, bufferAfterMs: DAY },
    handedOverMs: from,
  }

  test('blocks no more time while it is on time', () => {
    expect(blocksOfMachineOut(out, from + HOUR, manila)).toEqual([])
    expect(isOverdue(out.booking, from + DAY - 1)).toBe(false)
  })

  test('if overdue, blocks the time to the end of today and its buffer, one more day every day', () => {
    for (const late of [0, 1, 30]) {
      const nowMs = from + (1 + late) * DAY
      const backMs = manila.startOfDay(manila.dayOf(nowMs)) + 2 * DAY
      expect(blocksOfMachineOut(out, nowMs, manila)).toEqual([
        expect.objectContaining({
          startMs: from + 2 * DAY,
          endMs: backMs,
          overdue: { expectedBackMs: backMs - DAY },
        }),
      ])
      expect(expectedBackMs(nowMs, manila)).toBe(backMs - DAY)
    }
  })

  test('handed over at a time that is still to come, because the clock was ahead, blocks the time from now on', () => {
    const odd = { ...out, handedOverMs: from + HOUR }
    expect(blocksOfMachineOut(odd, from - 9 * DAY, manila)).toEqual([
      expect.objectContaining({ startMs: from - 9 * DAY, endMs: from }),
    ])
  })

  test('if handed over early, blocks the time before its booking', () => {
    const early = { ...out, handedOverMs: from - HOUR }
    expect(blocksOfMachineOut(early, from, manila)).toEqual([
      expect.objectContaining({ startMs: from - HOUR, endMs: from }),
    ])
  })
})
