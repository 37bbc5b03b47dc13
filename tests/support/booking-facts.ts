import type { Block } from '#booking/availability/block'
import type { BookingFacts, MachineFacts, MemberFacts } from '#booking/bookings/decide-booking'
import { NOT_SET, type OpenCalendar } from '#booking/hours/opening-hours'
import type { BookingInTheWay } from '#booking/in-the-way'
import { DEFAULT_RULES } from '#booking/settings/rules'
import { calendarFrom } from '#booking/time/calendar'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Of a cooperative that has set no opening hours. */
export const manila: OpenCalendar = { ...calendarFrom(() => 480), opening: NOT_SET }
/** Thursday, 19 November 2026, nine in the morning in Manila. */
export const NOW = Date.UTC(2026, 10, 19, 1)
export const TODAY = '2026-11-19'

export const machine: MachineFacts = {
  id: 'harvester',
  typeId: 'harvesters',
  name: 'Harvester 1',
  bookingMode: 'days',
  capacity: 1,
  retired: false,
  bufferBeforeMs: 0,
  bufferAfterMs: 0,
  rules: DEFAULT_RULES,
}
export const member: MemberFacts = {
  id: 'ana',
  name: 'Ana Reyes',
  verified: true,
  suspended: false,
  suspendedReason: '',
}

export function facts(change: Partial<BookingFacts> = {}): BookingFacts {
  return { nowMs: NOW, calendar: manila, role: 'clerk', machine, member, blocks: [], ...change }
}

export function bookingInTheWay(change: Partial<BookingInTheWay> = {}): BookingInTheWay {
  const { startMs = 0, endMs = DAY } = change
  return {
    kind: 'booking',
    bookingId: 'other',
    status: 'approved',
    memberId: 'ben',
    memberName: 'Ben',
    memberPhone: '0917',
    period: { kind: 'time', startMs, endMs },
    startMs,
    endMs,
    units: 1,
    enteredBy: 'Clerk',
    ...change,
  }
}

export function bookedBlock(startMs: number, endMs: number, units = 1): Block {
  return { startMs, endMs, units, whole: false, what: bookingInTheWay({ startMs, endMs, units }) }
}
export function heldBlock(startMs: number, endMs: number): Block {
  const period = { kind: 'time' as const, startMs, endMs }
  return {
    startMs,
    endMs,
    units: 1,
    whole: false,
    what: { kind: 'hold', userName: 'Eva', units: 1, period, startMs, endMs, expiresMs: NOW },
  }
}
export function repairBlock(startMs: number, endMs: number): Block {
  const period = { kind: 'time' as const, startMs, endMs }
  const said = { maintenanceId: 'belt', maintenanceKind: 'preventive' as const, note: 'belt' }
  return {
    startMs,
    endMs,
    units: 1,
    whole: true,
    what: { kind: 'maintenance', ...said, period, startMs, endMs },
  }
}
