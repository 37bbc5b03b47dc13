import type { Load } from '#booking/availability/load'
import { decideApproval } from '#booking/bookings/decide-life'
import { rivalsOf, unitsIfApproved } from '#booking/bookings/if-approved'
import { endOfDay } from '#booking/time/calendar'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readBooking, type ShownBooking, type StoredBooking } from '#db/read/bookings'
import { listBookings } from '#db/read/list-bookings'
import { readStoredMachine } from '#db/read/machines'
import { readUnblockingPending, type UnblockingPending } from '#db/read/unblocking-pending'
import { reading } from '#db/transaction'
import { openCalendar } from '../law/open-calendar.ts'
import { type Office, settingsNow } from '../office.ts'
import { approvalFacts } from './approval-facts.ts'
import { priceOf } from './price.ts'
import { bookingsPage } from './questions.ts'

/** The bookings that wait and begin first, with what a decision about each of them needs. Inside a read transaction. */
export function firstWaiting(db: ReadDb, now: Now, limit: number) {
  const bookings = listBookings(db, { status: ['pending'], order: 'oldest', limit }, now.nowMs)
  return withFactsOfEach(db, now, bookings)
}

/** A page of the bookings that wait, with what a decision about each of them needs. */
export function waitingPage(office: Office, args: CallArgs['bookings']['waiting']) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const now = {
      nowMs: office.clock.nowMs(),
      calendar: openCalendar(db, settings),
      settings,
    }
    const { machineId, day, cursor } = args
    const { bookings, nextCursor } = bookingsPage(office, {
      status: 'pending',
      order: 'oldest',
      ...(machineId !== undefined && { machineId }),
      ...(day !== undefined && { fromMs: now.calendar.startOfDay(day), toMs: endOfDay(now.calendar, day) }),
      ...(cursor !== undefined && { cursor }),
    })
    return { waiting: withFactsOfEach(db, now, bookings), nextCursor }
  })
}

type Now = Parameters<typeof approvalFacts>[1]

function withFactsOfEach(db: ReadDb, now: Now, bookings: readonly ShownBooking[]) {
  const unblocking = readUnblockingPending(db)
  return bookings.map(booking => withFacts(db, now, booking, unblocking))
}

function withFacts(db: ReadDb, now: Now, booking: ShownBooking, unblocking: readonly UnblockingPending[]) {
  const stored = readBooking(db, booking.id)
  if (!stored) throw new Error(`booking ${booking.id} is listed but is not there`)
  const { machine, blocks, ...rest } = approvalFacts(db, now, stored)
  const decision = decideApproval(stored, { machine, blocks, ...rest })
  const others = unblocking.filter(other => other.machineId === stored.machineId && other.id !== stored.id)
  return {
    booking,
    ...priceAndLoad(db, now, stored, blocks),
    refusal: decision.ok ? null : decision.refusal,
    rivals: rivalsOf(stored, machine.capacity, blocks, others.map(asLoad)).length,
  }
}

function priceAndLoad(
  db: ReadDb,
  { calendar }: Now,
  stored: StoredBooking,
  blocks: Parameters<typeof unitsIfApproved>[1],
) {
  const machine = readStoredMachine(db, stored.machineId)
  if (!machine) return { price: null, ifApproved: null }
  const { capacity, unitName } = machine
  const units = capacity > 1 ? unitsIfApproved(stored, blocks) : null
  return {
    price: priceOf(db, stored, calendar),
    ifApproved: units === null ? null : { units, capacity, unitName },
  }
}

function asLoad({ startMs, endMs, units }: UnblockingPending): Load {
  return { startMs, endMs, units, whole: false }
}
