import { statusAfterMove } from '#booking/bookings/after-move'
import { promisedBefore } from '#booking/bookings/promised-before'
import { folded } from '#booking/finding/text'
import { type Decision, refuse } from '#booking/refusal'
import { LONGEST_BLOCK_MS } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readBlocks } from '#db/read/availability'
import { readShownFacts } from '#db/read/booking-facts'
import { countByStatus, readBooking, readShownBooking, type StoredBooking } from '#db/read/bookings'
import { listBookings, readNeighbours } from '#db/read/list-bookings'
import { listMachines, readMachine, readStoredMachine } from '#db/read/machines'
import { readMember, shownMember } from '#db/read/members'
import { reading } from '#db/transaction'
import { findAlternatives } from '../availability/alternatives.ts'
import { askedBy } from '../availability/asked.ts'
import { asMoved, decideSlot, ownForm } from '../availability/slots.ts'
import { historyOf } from '../history/questions.ts'
import type { Actor } from '../law/command.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { dayIn } from '../law/time-zone.ts'
import { memberIdsFor } from '../members/questions.ts'
import { type Office, settingsNow } from '../office.ts'
import { conflictsToSettle } from '../scan/conflicts.ts'
import { cannotGoOut } from './hand-over-facts.ts'
import { decideMoreFor, decideStillFor } from './may-have-more.ts'
import { priceOf } from './price.ts'
import { settlingOf } from './settling.ts'

type Args = CallArgs['bookings']

/** Whether a time is free; if not, why, and what is free instead (A11). Never writes and is never cached. */
export function checkSlot(office: Office, user: Actor, args: Args['check']) {
  return reading(office.file.db, () => checkNow(office, user, args))
}

function checkNow(office: Office, user: Actor, args: Args['check']) {
  const { db } = office.file
  const { settings, asked } = askedBy(office, user)
  const machine = readMachine(db, args.machineId, settings)
  if (!machine) {
    const { refusal } = refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
    return { free: false as const, refusal, alternatives: [] }
  }
  const slot = {
    machineId: args.machineId,
    period: args.period,
    units: args.units ?? 1,
    except: { bookingId: args.exceptBookingId, formId: ownForm(db, args.formId, user.id) },
  }
  const decision = decideSlot(db, { ...slot, ...asMoved(db, args.exceptBookingId, machine.facts) }, asked)
  const again = approvalAgain(db, args.exceptBookingId, user)
  const more = decision.ok
    ? mayHaveMore(db, { settings, calendar: asked.calendar }, machine.stored.typeId, args)
    : decision
  if (more.ok) return { free: true as const, ...again }
  const { refusal } = more
  return {
    free: false as const,
    ...again,
    refusal,
    alternatives: findAlternatives(db, settings, slot, refusal.reason, asked),
  }
}

/** Whether the member who is named may book this once more; yes where none is. */
function mayHaveMore(
  db: ReadDb,
  now: Parameters<typeof decideMoreFor>[1],
  typeId: string,
  { memberId, period, exceptBookingId }: Args['check'],
): Decision {
  const member = memberId === undefined ? undefined : readMember(db, memberId)
  if (!member) return { ok: true }
  const stored = exceptBookingId === undefined ? undefined : readBooking(db, exceptBookingId)
  if (stored?.memberId === member.id) return decideStillFor(db, now, stored, { typeId, period })
  const wanted = { memberId: member.id, memberName: member.name, typeId, period, squareMetres: 0 }
  return decideMoreFor(db, now, { ...wanted, ...(exceptBookingId && { exceptId: exceptBookingId }) })
}

/** Says so if the user's move would take away the approval of the booking that the check leaves out. */
function approvalAgain(db: ReadDb, movedId: string | undefined, user: Actor) {
  const moved = movedId === undefined ? undefined : readBooking(db, movedId)
  const loses = moved && statusAfterMove(moved.status, user.role) !== moved.status
  return loses ? { approvalAgain: true as const } : {}
}

const MOST_PROMISED = 10

/** Who was promised the machine from `atMs` until the start of a booking that does not fit beside them. */
export function promisedBeforeStart(office: Office, { bookingId, atMs }: Args['promisedBefore']) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const stored = readBooking(db, bookingId)
    const machine = stored && readMachine(db, stored.machineId, settingsNow(db))
    if (!machine) return { promised: [], count: 0 }
    // Nothing that can be booked lasts longer: an older hour is a slip of the finger, and not worth a long search.
    const fromMs = Math.max(atMs, stored.startMs - LONGEST_BLOCK_MS)
    const until = { startMs: fromMs, endMs: stored.startMs }
    const blocks = readBlocks(db, stored.machineId, until, { bookingId })
    const promised = promisedBefore(stored, fromMs, machine.facts.capacity, blocks)
    return { promised: promised.slice(0, MOST_PROMISED), count: promised.length }
  })
}

export function bookingsPage(office: Office, args: Args['list']) {
  const { db } = office.file
  const [startMs, id] = readCursor(args.cursor) ?? []
  const limit = args.limit ?? PAGE_SIZE
  const { text, cursor: _, status, ...rest } = args
  const filter = { ...rest, status: typeof status === 'string' ? [status] : status }
  const after = startMs === undefined ? undefined : { startMs: Number(startMs), id: String(id) }
  const found = text?.trim() ? foundBy(office, text) : undefined
  const rows = listBookings(db, { ...filter, found, after, limit: limit + 1 }, office.clock.nowMs())
  const { page, nextCursor } = pageOf(rows, limit, last => ({ startMs: last.startMs, id: last.id }))
  return { bookings: page, nextCursor }
}

function foundBy(office: Office, text: string) {
  const { db } = office.file
  const wanted = folded(text)
  const settings = settingsNow(db)
  const nowMs = office.clock.nowMs()
  const machines = listMachines(db, settings, nowMs, dayIn(settings, nowMs))
  const machineIds = machines
    .filter(machine => folded(machine.name).includes(wanted))
    .map(machine => machine.id)
  const number = /^\s*(?:no\.?|blg\.?|#)?\s*(\d{1,9})\s*$/i.exec(text)?.[1]
  return {
    memberIds: memberIdsFor(db, text),
    machineIds,
    ...(number !== undefined && { number: Number(number) }),
  }
}

/**
 * One booking with what helps to decide about it: its history, its member's earlier bookings, its neighbours on the
 * machine, and why it cannot be kept or handed over now.
 */
export function bookingInFull(office: Office, bookingId: string) {
  const { db } = office.file
  const nowMs = office.clock.nowMs()
  const stored = readBooking(db, bookingId)
  if (!stored) {
    const none = { facts: [], history: [], before: [], after: [] }
    const nothing = { price: null, member: null, memberCounts: {}, settling: null, cannotGoOut: null }
    return { booking: null, ...nothing, ...none }
  }
  const member = readMember(db, stored.memberId)
  const machine = readStoredMachine(db, stored.machineId)
  const settings = settingsNow(db)
  const calendar = openCalendar(db, settings)
  const now = { nowMs, calendar, settings }
  return {
    booking: readShownBooking(db, bookingId, nowMs) ?? null,
    price: priceOf(db, stored, calendar),
    facts: readShownFacts(db, bookingId),
    history: historyOf(db, 'booking', bookingId),
    member: member ? shownMember(member) : null,
    memberCounts: countByStatus(db, stored.memberId),
    ...readNeighbours(db, stored, nowMs),
    settling: settlingOf(db, stored, now) ?? inConflict(office, stored, now),
    cannotGoOut: machine && member ? cannotGoOut(db, now, stored) : null,
  }
}

/** Of a booking that the newest scan found among too many promises, and that is asked to give way. */
function inConflict(office: Office, { id, machineId }: StoredBooking, now: { nowMs: number }) {
  const found = office.newestScan.inConflict().filter(one => one.machineId === machineId)
  const item = conflictsToSettle(office.file.db, found, now).find(({ booking }) => booking.id === id)
  return item?.settling ?? null
}
