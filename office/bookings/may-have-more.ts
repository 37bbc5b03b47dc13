import { decideLastJob, decideQuotas, partsOf } from '#booking/quotas/quotas'
import type { Decision } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import { firstDay, type Period } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { readBooking } from '#db/read/bookings'
import { readLastUnmeasured, readQuotas } from '#db/read/quotas'
import type { OfficeSettings } from '#db/read/settings'
import { useOf } from '../quotas/use-of.ts'
import { priceOf } from './price.ts'

type Now = { readonly calendar: OfficeCalendar; readonly settings: OfficeSettings }
type Wanted = {
  readonly memberId: string
  readonly memberName: string
  readonly typeId: string
  readonly period: Period
  /** Of the field that it names; 0 if it names none. */
  readonly squareMetres: number
  /** A booking that is left out, as it is the one that is asked about. */
  readonly exceptId?: string
}

/** Whether a member may book this once more: within the quotas, and with the last job closed if that is wanted. */
export function decideMoreFor(db: ReadDb, now: Now, wanted: Wanted): Decision {
  const { memberId, memberName } = wanted
  const { lastJobFirst } = now.settings.members
  const open = lastJobFirst ? lastJobOpen(db, now.calendar, memberId) : null
  const lastJob = decideLastJob(lastJobFirst, memberName, open)
  if (!lastJob.ok) return lastJob
  const day = firstDay(wanted.period, now.calendar)
  const uses = readQuotas(db)
    .filter(({ typeId }) => typeId === null || typeId === wanted.typeId)
    .flatMap(quota => {
      const use = useOf(db, now.calendar, quota, day, wanted)
      return use ? [{ ...use, wanted: partsOf(quota.counts, wanted, now.calendar) }] : []
    })
  return decideQuotas(memberName, uses)
}

/** The last returned booking, if its price is known only after the work and no work was measured. */
function lastJobOpen(db: ReadDb, calendar: OfficeCalendar, memberId: string) {
  const last = readLastUnmeasured(db, memberId)
  const stored = last && readBooking(db, last.bookingId)
  return stored && priceOf(db, stored, calendar)?.kind === 'measured-later' ? last : null
}
