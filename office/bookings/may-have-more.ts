import { decideLastJob, decideQuotas, partsOf, type Quota, type QuotaUse } from '#booking/quotas/quotas'
import type { Decision } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import { firstDay, type Period } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { periodOf } from '#db/period-columns'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { readStoredMachine } from '#db/read/machines'
import { readMember } from '#db/read/members'
import { readLastUnmeasured, readQuotas } from '#db/read/quotas'
import type { OfficeSettings } from '#db/read/settings'
import { readFieldOf } from '../fields/fields.ts'
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
  const { memberName } = wanted
  const { lastJobFirst } = now.settings.members
  const open = lastJobFirst ? lastJobOpen(db, now.calendar, wanted.memberId) : null
  const lastJob = decideLastJob(lastJobFirst, memberName, open)
  if (!lastJob.ok) return lastJob
  return decideQuotas(memberName, usesOf(db, now.calendar, wanted))
}

/** What a booking takes up of quotas: when it is, on which type, and its field. */
type Taking = Pick<Wanted, 'typeId' | 'period' | 'squareMetres'>

/**
 * Whether a booking of a member may be at another time, or of another type. What it counts already is not asked again, so
 * a quota that was cut since, or passed over by a manager, stands in the way only of taking up more of it.
 */
export function decideStillFor(
  db: ReadDb,
  now: Now,
  was: StoredBooking,
  to: Omit<Taking, 'squareMetres'>,
): Decision {
  const { id: exceptId, memberId, machineId, fieldId } = was
  const typeOfWas = readStoredMachine(db, machineId)?.typeId ?? ''
  const field = fieldId === null ? undefined : readFieldOf(db, memberId, fieldId)
  const squareMetres = field?.squareMetres ?? 0
  const memberName = readMember(db, memberId)?.name ?? ''
  const wanted = { ...to, exceptId, memberId, memberName, squareMetres }
  const before: Taking = { typeId: typeOfWas, period: periodOf(was), squareMetres }
  return decideQuotas(memberName, usesOf(db, now.calendar, wanted, before))
}

function usesOf(db: ReadDb, calendar: OfficeCalendar, wanted: Wanted, before?: Taking): QuotaUse[] {
  const day = firstDay(wanted.period, calendar)
  return readQuotas(db)
    .filter(quota => isAbout(quota, wanted))
    .flatMap(quota => {
      const use = useOf(db, calendar, quota, day, wanted)
      if (!use) return []
      const counted = (one: Taking) => partsOf(quota.counts, one, calendar)
      const first = before && firstDay(before.period, calendar)
      const isKept = first !== undefined && use.from <= first && first <= use.until
      const kept = before && isKept && isAbout(quota, before) ? counted(before) : 0
      return [{ ...use, wanted: counted(wanted), kept }]
    })
}

function isAbout(quota: Pick<Quota, 'typeId'>, { typeId }: Pick<Taking, 'typeId'>): boolean {
  return quota.typeId === null || quota.typeId === typeId
}

/** The last returned booking, if its price is known only after the work and no work was measured. */
function lastJobOpen(db: ReadDb, calendar: OfficeCalendar, memberId: string) {
  const last = readLastUnmeasured(db, memberId)
  const stored = last && readBooking(db, last.bookingId)
  return stored && priceOf(db, stored, calendar)?.kind === 'measured-later' ? last : null
}
