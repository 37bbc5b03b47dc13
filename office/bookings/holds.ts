import { HOLD_MS } from '#booking/availability/hold'
import { type Refusal, refuse } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import { outside, withBuffers } from '#booking/time/interval'
import type { CallArgs } from '#calls/contract'
import type { WriteTx } from '#db/file'
import { periodColumns } from '#db/period-columns'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { countHolds, readHold } from '#db/read/holds'
import { readMachine } from '#db/read/machines'
import { storageTrouble } from '#db/storage-errors'
import { inSavepoint } from '#db/transaction'
import { insertChange } from '#db/write/history'
import { deleteHold, insertHold, type NewHold } from '#db/write/holds'
import { asMoved, decideSlot } from '../availability/slots.ts'
import type { Actor } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { writtenOrBusy } from '../law/write-queue.ts'
import { type Office, settingsNow } from '../office.ts'

/** Of one person, in all windows: far more forms than anybody fills in at the same time. */
const MOST_HOLDS = 20

type Held = { ok: true; expiresMs: number | null } | { ok: false; refusal: Refusal }

/**
 * Holds a time for a form that is being filled in. A form has at most one hold: changing the form replaces it, and
 * if the new time is not free the form has none. This is a desk write, not a command: nobody has decided anything
 * yet.
 */
export function hold(office: Office, user: Actor, args: CallArgs['bookings']['hold']): Promise<Held> {
  const write = office.queue.write(tx => {
    const other = readHold(tx, args.formId)
    if (other && other.userId !== user.id)
      return refuse({ reason: 'not-found', what: 'form', id: args.formId })
    if (other) end(tx, args.formId)
    else if (countHolds(tx, user.id) >= MOST_HOLDS)
      return refuse({ reason: 'too-many-holds', most: MOST_HOLDS })
    return holdAnew(tx, office, user, args)
  })
  return writtenOrBusy(write)
}

/** Deletes the form's hold, unless the form is another person's. */
export async function release(office: Office, user: Actor, formId: string): Promise<{ ok: true }> {
  await office.queue.write(tx => {
    if (readHold(tx, formId)?.userId === user.id) end(tx, formId)
  })
  return { ok: true }
}

function holdAnew(tx: WriteTx, office: Office, user: Actor, args: CallArgs['bookings']['hold']): Held {
  const settings = settingsNow(tx)
  const calendar = openCalendar(tx, settings)
  const nowMs = office.clock.nowMs()
  const machine = readMachine(tx, args.machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
  const units = args.units ?? 1
  const slot = {
    ...asMoved(tx, args.exceptBookingId, machine.facts),
    period: args.period,
    units,
    except: { bookingId: args.exceptBookingId },
  }
  const decision = decideSlot(tx, slot, { nowMs, calendar, role: user.role })
  if (!decision.ok) return decision
  const { fromOffset: _, toOffset: _to, ...when } = periodColumns(args.period, decision.interval)
  const { bufferBeforeMs, bufferAfterMs } = slot.machine
  const expiresMs = nowMs + HOLD_MS
  const { formId, machineId } = args
  const row = { formId, machineId, userId: user.id, ...when, units, bufferBeforeMs, bufferAfterMs, expiresMs }
  const own = args.exceptBookingId === undefined ? undefined : readBooking(tx, args.exceptBookingId)
  if (!own) insertHold(tx, row)
  else if (!fitsBeside(tx, row)) {
    const rest = besideOwnTime(row, own, calendar)
    if (!rest || !fitsBeside(tx, rest)) return { ok: true, expiresMs: null }
  }
  insertChange(tx, 'hold', formId, 1)
  return { ok: true, expiresMs }
}

/**
 * The part of the new time that the booking being moved does not already block. Undefined if there is no such part,
 * or if there is one on both sides: a form has only one hold.
 */
function besideOwnTime(row: Required<NewHold>, own: StoredBooking, calendar: OfficeCalendar) {
  const [part, another] = outside(withBuffers(row, row), withBuffers(own, own))
  if (!part || another || own.machineId !== row.machineId) return undefined
  const days = { fromDay: calendar.dayOf(part.startMs), toDay: calendar.dayOf(part.endMs - 1) }
  return { ...row, ...part, ...(row.fromDay !== null && days), bufferBeforeMs: 0, bufferAfterMs: 0 }
}

/** Whether the guard accepts the hold in addition to the booking that is being moved. */
function fitsBeside(tx: WriteTx, row: Required<NewHold>): boolean {
  try {
    inSavepoint(
      tx,
      () => insertHold(tx, row),
      () => true,
    )
    return true
  } catch (error) {
    if (storageTrouble(error) !== 'overbooked') throw error
    return false
  }
}

function end(tx: WriteTx, formId: string): void {
  deleteHold(tx, formId)
  insertChange(tx, 'hold', formId, 1)
}
