import type { ApprovalFacts } from '#booking/bookings/decide-life'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import { withBuffers } from '#booking/time/interval'
import type { ReadDb } from '#db/file'
import { periodOf } from '#db/period-columns'
import type { StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import type { OfficeSettings } from '#db/read/settings'
import { allBlocks } from '../availability/slots.ts'

type Now = {
  readonly nowMs: number
  readonly calendar: OpenCalendar
  readonly settings: OfficeSettings
}

/** The facts for a decision about a stored booking, for the command and for what the screen says beforehand. */
export function approvalFacts(db: ReadDb, now: Now, stored: StoredBooking): ApprovalFacts {
  const { machine, member } = partiesOf(db, now.settings, stored)
  const around = withBuffers(stored, stored)
  const blocks = allBlocks(db, stored.machineId, around, { bookingId: stored.id }, now)
  const { nowMs, calendar } = now
  return { nowMs, calendar, period: periodOf(stored), machine: machine.facts, member, blocks }
}

/** The machine and the member of a stored booking. */
export function partiesOf(db: ReadDb, settings: OfficeSettings, stored: StoredBooking) {
  const machine = readMachine(db, stored.machineId, settings)
  const member = readMemberFacts(db, stored.memberId)
  if (!machine || !member)
    throw new Error(`booking ${stored.id} names a machine or a member that is not there`)
  return { machine, member }
}
