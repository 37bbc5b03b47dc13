import { describe, expect, test } from 'vitest'
import {
  ALLOWED_CHANGES,
  BOOKING_STATUSES,
  blocks,
  MOVES_BACK,
  mayBecome,
  mayMove,
} from '#booking/bookings/status'

describe('statuses', () => {
  test('the changes of status are these and no others', () => {
    const moves = BOOKING_STATUSES.flatMap(from => ALLOWED_CHANGES[from].map(to => `${from} → ${to}`))
    expect(moves).toEqual([
      'pending → approved',
      'pending → rejected',
      'pending → cancelled',
      'pending → displaced',
      'approved → in-use',
      'approved → pending',
      'approved → cancelled',
      'approved → no-show',
      'approved → displaced',
      'in-use → completed',
      'displaced → pending',
      'displaced → approved',
      'displaced → cancelled',
    ])
  })

  test('an undo moves back in these ways besides, and what happened with the machine is not among them', () => {
    const moves = BOOKING_STATUSES.flatMap(from => MOVES_BACK[from].map(to => [from, to] as const))
    expect(moves.map(([from, to]) => `${from} → ${to}`)).toEqual([
      'rejected → pending',
      'cancelled → pending',
      'cancelled → approved',
      'cancelled → displaced',
      'no-show → approved',
    ])
    expect(moves.every(([from, to]) => mayBecome(to, from) && !mayBecome(from, to))).toBe(true)
  })

  test('a booking may be moved until the machine goes out, also once it lost its time', () => {
    expect(BOOKING_STATUSES.filter(mayMove)).toEqual(['pending', 'approved', 'displaced'])
  })

  test('approved and in use block time, pending does by its machine’s setting, and no other status does', () => {
    const blocking = (pendingBlocks: boolean) =>
      BOOKING_STATUSES.filter(status => blocks(status, pendingBlocks))
    expect(blocking(true)).toEqual(['pending', 'approved', 'in-use'])
    expect(blocking(false)).toEqual(['approved', 'in-use'])
  })
})
