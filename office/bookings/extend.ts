import { statusAfterMove } from '#booking/bookings/after-move'
import { decideExtension, type ExtensionFacts, longestExtension } from '#booking/bookings/decide-extension'
import type { Reason } from '#booking/refusal'
import { refuse } from '#booking/refusal'
import { withBuffers } from '#booking/time/interval'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import { may } from '#booking/users/roles'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { periodColumns } from '#db/period-columns'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import type { OfficeSettings } from '#db/read/settings'
import { reading } from '#db/transaction'
import { updateBooking } from '#db/write/bookings'
import type { Alternative } from '../availability/alternatives.ts'
import { askedBy } from '../availability/asked.ts'
import { type Asked, allBlocks } from '../availability/slots.ts'
import { changeRecord } from '../law/change-record.ts'
import { type Actor, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import type { Office } from '../office.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { decideStillFor } from './may-have-more.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { bookingRecord } from './record.ts'

/**
 * Gives a booking that is approved or out a later end (C6). Of a machine that is out it takes effect at once, because the
 * machine is there anyway, and managers are told. An approved booking must be approved again, as after a move, unless the
 * person may approve bookings.
 */
export const extend = freesTime(
  commandOn('bookings.extend', bookingRecord, (context, stored, { period, reason }) => {
    const { tx, actor, settings } = context
    const asked = { ...context, role: actor.role }
    const decision = decideExtension(stored, period, extensionFacts(tx, settings, { stored, period }, asked))
    if (!decision.ok) return decision
    const more = decideLonger(tx, settings, stored, period, asked)
    if (!more.ok) return more
    const { interval } = decision
    const { expectedBackMs } = stored
    const status = statusAfterMove(stored.status, actor.role)
    const extended = changeRecord(context, bookingRecord, stored.id, () =>
      updateBooking(tx, stored.id, {
        status,
        ...periodColumns(period, interval),
        // When it was expected is over, or no longer late.
        ...(expectedBackMs !== null && expectedBackMs <= interval.endMs && { expectedBackMs: null }),
        ...(reason && { reason }),
      }),
    )
    keepOpenBlocks(context, stored.machineId)
    const about = { kind: 'extension' as const, reason }
    tell(context, bookingRecord, stored.id, { ...about, forUser: extended.booking.requestedBy.id })
    if (status !== stored.status) {
      tell(context, bookingRecord, stored.id, {
        kind: 'requested',
        forThoseWhoMay: 'decide-bookings',
        reason,
      })
    } else if (!may(actor.role, 'decide-bookings')) {
      tell(context, bookingRecord, stored.id, { ...about, forThoseWhoMay: 'decide-bookings' })
    }
    return extended
  }),
)

/** Whether the quotas of the member allow a later end (B4). */
function decideLonger(
  db: ReadDb,
  settings: OfficeSettings,
  stored: StoredBooking,
  period: Period,
  { calendar }: Pick<Asked, 'calendar'>,
) {
  const typeId = readMachine(db, stored.machineId, settings)?.stored.typeId ?? ''
  return decideStillFor(db, { calendar, settings }, stored, { typeId, period })
}

type Extension = { readonly stored: StoredBooking; readonly period: Period }

function extensionFacts(
  db: ReadDb,
  settings: OfficeSettings,
  { stored, period }: Extension,
  asked: Asked,
): ExtensionFacts {
  const { nowMs, calendar, role } = asked
  const machine = readMachine(db, stored.machineId, settings)
  if (!machine) throw new Error(`booking ${stored.id} names a machine that is not there`)
  const { bufferBeforeMs, bufferAfterMs } = stored
  const around = endsAfterItStarts(period) ? withBuffers(intervalOf(period, calendar), stored) : stored
  const blocks = allBlocks(db, stored.machineId, around, { bookingId: stored.id }, asked)
  return { nowMs, calendar, role, machine: { ...machine.facts, bufferBeforeMs, bufferAfterMs }, blocks }
}

/** The refusals of an extension that an earlier end can help. */
const EARLIER_END_HELPS: ReadonlySet<Reason> = new Set<Reason>([
  'already-booked',
  'on-hold',
  'in-maintenance',
  'over-capacity',
  'overdue',
  'too-long',
  'closed',
  'outside-hours',
  'blackout',
])

/** The longest extension that still fits, if the wanted one was refused for a reason that it avoids. */
export function shorterExtension(
  db: ReadDb,
  settings: OfficeSettings,
  wanted: { readonly bookingId: string; readonly period: Period; readonly reason: Reason },
  asked: Asked,
): Alternative[] {
  const stored = readBooking(db, wanted.bookingId)
  if (!stored || !EARLIER_END_HELPS.has(wanted.reason)) return []
  const facts = extensionFacts(db, settings, { stored, period: wanted.period }, asked)
  const period = longestExtension(stored, wanted.period, facts)
  return period ? [{ machineId: stored.machineId, machineName: facts.machine.name, period }] : []
}

/** Whether a booking could be extended to a new end; if not, who has the machine, and which earlier end fits. */
export function checkExtension(
  office: Office,
  user: Actor,
  { bookingId, period }: CallArgs['bookings']['checkExtension'],
) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const stored = readBooking(db, bookingId)
    if (!stored) {
      const { refusal } = refuse({ reason: 'not-found', what: 'booking', id: bookingId })
      return { free: false as const, refusal, alternatives: [] }
    }
    const fits = decideExtension(stored, period, extensionFacts(db, settings, { stored, period }, asked))
    const decision = fits.ok ? decideLonger(db, settings, stored, period, asked) : fits
    const again = statusAfterMove(stored.status, user.role) !== stored.status
    const approvalAgain = again ? { approvalAgain: true as const } : {}
    if (decision.ok) return { free: true as const, ...approvalAgain }
    const { refusal } = decision
    const alternatives = shorterExtension(db, settings, { bookingId, period, reason: refusal.reason }, asked)
    return { free: false as const, ...approvalAgain, refusal, alternatives }
  })
}
