import { decideExpectedEnd } from '#booking/availability/open-ended'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { BookingInTheWay } from '#booking/in-the-way'
import { type BreakDown, decideBreakDown } from '#booking/maintenance/decide-break-down'
import { decideEnd } from '#booking/maintenance/decide-end'
import { refuse } from '#booking/refusal'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { periodColumns } from '#db/period-columns'
import { readBlocks, readOpenRepairs } from '#db/read/availability'
import type { ShownBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import type { OfficeSettings } from '#db/read/settings'
import { reading } from '#db/transaction'
import { updateBooking } from '#db/write/bookings'
import { insertMaintenance, updateMaintenance } from '#db/write/maintenance'
import { insertSettling } from '#db/write/settling'
import { keepOpenBlocks } from '../bookings/open-blocks.ts'
import { decidePhotos } from '../bookings/photos.ts'
import { bookingRecord } from '../bookings/record.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { tell } from '../notices/tell.ts'
import { type Office, settingsNow } from '../office.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { maintenanceRecord } from './record.ts'

/**
 * A machine broke down. Its repair begins now and lasts until it is finished. The bookings that lose their time to it
 * become displaced in the same command, and whoever entered them gets a notice.
 */
export const breakDown = freesTime(
  command('maintenance.breakDown', (context, args) => {
    const { tx, nowMs, calendar, settings, commandId: id } = context
    const { machineId, kind, note = '', expectedEndMs, photos = [] } = args
    const decision = decideBreakDownOf(tx, args, { nowMs, calendar, settings })
    if (!decision.ok) return decision
    const pictured = decidePhotos(tx, photos)
    if (!pictured.ok) return pictured

    const displaced = decision.displaced.map(booking => displace(context, booking, id, note))
    const added = addRecord(context, maintenanceRecord, id, () =>
      insertMaintenance(tx, {
        id,
        machineId,
        kind,
        status: 'planned',
        ...periodColumns(
          { kind: 'time', startMs: nowMs, endMs: decision.untilMs },
          { startMs: nowMs, endMs: decision.untilMs },
        ),
        note,
        scheduledBy: context.actor.id || null,
        scheduledMs: nowMs,
        openEnded: true,
        expectedEndMs,
        photos,
      }),
    )
    return { ...added, displaced }
  }),
)

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar; readonly settings: OfficeSettings }

function decideBreakDownOf(db: ReadDb, wanted: BreakDown & { readonly machineId: string }, now: Now) {
  const { machineId } = wanted
  const { nowMs, calendar } = now
  const machine = readMachine(db, machineId, now.settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  return decideBreakDown(wanted, {
    nowMs,
    calendar,
    machine: machine.facts,
    repairs: readOpenRepairs(db, machineId),
    promises: untilMs => readBlocks(db, machineId, { startMs: nowMs, endMs: untilMs }),
  })
}

/** What a breakdown now would be told, and whose time it would take, by the rule that decides it. */
export function reachOfBreakDown(office: Office, args: CallArgs['maintenance']['reach']) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const settings = settingsNow(db)
    const now = { nowMs: office.clock.nowMs(), calendar: openCalendar(db, settings), settings }
    const decision = decideBreakDownOf(db, { ...args, displace: [] }, now)
    if (decision.ok) return { refusal: null, displaces: [] }
    const { refusal } = decision
    return refusal.reason === 'still-promised'
      ? { refusal: null, displaces: refusal.by }
      : { refusal, displaces: [] }
  })
}

function displace(
  context: CommandContext,
  { bookingId }: BookingInTheWay,
  maintenanceId: string,
  reason: string,
): ShownBooking {
  const { tx, nowMs } = context
  const { booking } = changeRecord(context, bookingRecord, bookingId, () =>
    updateBooking(tx, bookingId, { status: 'displaced', reason }),
  )
  insertSettling(tx, bookingId, { kind: 'maintenance', id: maintenanceId }, nowMs)
  tell(context, bookingRecord, bookingId, { kind: 'displaced', forUser: booking.requestedBy.id, reason })
  return booking
}

/** When a repair without a known end is expected to end. */
export const expectEnd = freesTime(
  commandOn('maintenance.expect', maintenanceRecord, (context, stored, args) => {
    const { nowMs, calendar, tx } = context
    const { expectedEndMs } = args
    const lasts = decideEnd(stored.status, 'finished')
    if (!lasts.ok) return lasts
    if (!stored.openEnded) return refuse({ reason: 'has-its-end' })
    const decision = expectedEndMs === null ? lasts : decideExpectedEnd(expectedEndMs, nowMs, calendar)
    if (!decision.ok) return decision
    return changeRecord(context, maintenanceRecord, stored.id, () => {
      updateMaintenance(tx, stored.id, { expectedEndMs })
      keepOpenBlocks(context, stored.machineId)
    })
  }),
)
