import { daytimeStarts } from '#booking/availability/daytime'
import { nextFreePeriods, type Search } from '#booking/availability/free-windows'
import { statusAfterMove } from '#booking/bookings/after-move'
import { MINUTE_MS } from '#booking/time/day'
import { type Length, periodFrom } from '#booking/time/length'
import { calendarDays, intervalOf, type Period } from '#booking/time/period'
import type { NextInLine } from '#calls/bookings'
import type { ReadDb } from '#db/file'
import { periodOf } from '#db/period-columns'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { readNextOn } from '#db/read/list-bookings'
import { readMachine } from '#db/read/machines'
import type { OfficeSettings } from '#db/read/settings'
import { reading } from '#db/transaction'
import { askedBy } from '../availability/asked.ts'
import { mayBegin, mayRequest } from '../availability/may-request.ts'
import { nextFree } from '../availability/next-free.ts'
import type { Asked } from '../availability/slots.ts'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'

const NOBODY_NEXT: NextInLine = { next: null, forward: null, again: false }

/** Who has the machine after a booking, and whereto they can be moved forward (C15). */
export function nextInLine(office: Office, user: Actor, bookingId: string): NextInLine {
  return reading(office.file.db, () => {
    const { db } = office.file
    const stored = readBooking(db, bookingId)
    if (!stored) return NOBODY_NEXT
    const { settings, asked } = askedBy(office, user)
    return nextAfter(db, settings, stored, asked)
  })
}

/** The same where the booking ended before its time; undefined if it did not. */
export function nextIfEarly(office: Office, user: Actor, bookingId: string): NextInLine | undefined {
  const stored = readBooking(office.file.db, bookingId)
  const isEarly = stored && stored.returnedMs !== null && stored.returnedMs < stored.endMs
  if (!isEarly || stored.endMs <= office.clock.nowMs()) return undefined
  return nextInLine(office, user, bookingId)
}

function nextAfter(
  db: ReadDb,
  settings: OfficeSettings,
  { id, machineId }: StoredBooking,
  asked: Asked,
): NextInLine {
  const next = readNextOn(db, machineId, id, asked.nowMs) ?? null
  const stored = next && readBooking(db, next.id)
  if (!stored) return NOBODY_NEXT
  const again = statusAfterMove(stored.status, asked.role) !== stored.status
  return { next, forward: forwardOf(db, settings, stored, asked), again }
}

/** The earliest time before a booking's own that is free for as long, and that this person may request now. */
function forwardOf(db: ReadDb, settings: OfficeSettings, stored: StoredBooking, asked: Asked): Period | null {
  const machine = readMachine(db, stored.machineId, settings)
  if (!machine || machine.facts.retired) return null
  const { id: bookingId, units, bufferBeforeMs, bufferAfterMs } = stored
  // A booking keeps the buffers that it was promised with.
  const facts = { ...machine.facts, bufferBeforeMs, bufferAfterMs }
  const { calendar, nowMs } = asked
  const own = periodOf(stored)
  const lengthMs = stored.endMs - stored.startMs
  const length: Length =
    own.kind === 'days'
      ? { days: calendarDays(own, calendar) }
      : { minutes: Math.round(lengthMs / MINUTE_MS) }
  const starts = own.kind === 'time' ? { startFrom: daytimeStarts(lengthMs, calendar) } : {}
  const [forward] = nextFree(
    db,
    {
      machine: facts,
      wanted: periodFrom(nowMs, length, calendar),
      units,
      except: { bookingId },
      begins: mayBegin(facts, asked),
      latestMs: stored.startMs - 1,
      count: 1,
      find: (wanted: Period, search: Search, count: number) =>
        nextFreePeriods(wanted, { ...search, ...starts }, count),
      allowed: period => mayRequest({ machine: facts, units, period }, asked),
    },
    asked,
  )
  return forward && intervalOf(forward, calendar).startMs < stored.startMs ? forward : null
}
