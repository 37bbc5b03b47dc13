import { describe, expect, test } from 'vitest'
import { blockOfRepair, blocksOfMachineOut, isOverdue, openUntilMs } from '#booking/availability/block'
import type { InTheWay } from '#booking/in-the-way'
import { bookingInTheWay, DAY, HOUR, manila } from '#tests/support/booking-facts'

describe('a machine that is out beyond its booked time', () => {
  const from = manila.startOfDay('2026-11-10')
  const out = {
    booking: bookingInTheWay({ startMs: from, endMs: from + DAY }),
    buffers: { bufferBeforeMs: 0, bufferAfterMs: DAY },
    handedOverMs: from,
    expectedBackMs: null,
    keptUntilMs: null,
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
      expect(openUntilMs(out, nowMs, manila)).toBe(backMs)
    }
  })

  test('is expected when somebody said, also before it is overdue, until that instant is over', () => {
    const backMs = from + 3 * DAY + HOUR
    const expected = { ...out, expectedBackMs: backMs }
    for (const nowMs of [from, from + DAY, backMs - 1]) {
      expect(blocksOfMachineOut(expected, nowMs, manila)).toEqual([
        expect.objectContaining({
          startMs: from + 2 * DAY,
          endMs: backMs + DAY,
          overdue: { expectedBackMs: backMs },
        }),
      ])
    }
    expect(openUntilMs(expected, backMs, manila)).toBe(from + 4 * DAY + DAY)
    expect(blocksOfMachineOut({ ...out, expectedBackMs: from + HOUR }, from, manila)).toEqual([])
  })

  test('takes at least what the file keeps shut, so that the rules allow nothing that the file refuses', () => {
    const kept = { ...out, keptUntilMs: from + 9 * DAY }
    expect(blocksOfMachineOut(kept, from, manila)).toEqual([
      expect.objectContaining({ startMs: from + 2 * DAY, endMs: from + 9 * DAY }),
    ])
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

test('a repair without a known end takes the whole machine from its start until it is expected to end', () => {
  const startMs = manila.startOfDay('2026-11-10') + 9 * HOUR
  const what: InTheWay<'maintenance'> = {
    kind: 'maintenance',
    maintenanceId: 'belt',
    maintenanceKind: 'corrective',
    note: '',
    openEnded: true,
    period: { kind: 'time', startMs, endMs: startMs + HOUR },
    startMs,
    endMs: startMs + HOUR,
  }
  const repair = { what, expectedEndMs: null, keptUntilMs: null }
  const endMs = manila.startOfDay('2026-11-15')
  expect(blockOfRepair(repair, endMs - 1, manila)).toMatchObject({
    startMs,
    endMs,
    whole: true,
    what: { endMs },
  })
  const expected = { ...repair, expectedEndMs: endMs + HOUR }
  expect(blockOfRepair(expected, endMs - 1, manila)).toMatchObject({ startMs, endMs: endMs + HOUR })
})
