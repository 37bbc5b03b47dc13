import { memberRefusal } from '#booking/bookings/decide-booking'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Period } from '#booking/time/period'
import type { BookingRow } from '#calls/booking-rows'
import { UNITS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import type { FoundMember, PickedMember } from '../parts/fields/member-picker.tsx'
import { isUnread, NO_PERIOD, periodFrom, type TypedPeriod } from '../parts/fields/period-input.tsx'
import { lengthOf, type PeriodLength } from '../parts/fields/period-length.ts'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import type { InputOf } from '../service/calls-by-name.ts'

/** A draft of an older program, and the booking that is moved, know less of the member. */
export type ChosenMember = PickedMember & Partial<FoundMember>

/** The content of the form, as typed. */
export type FormFields = {
  machineId: string | null
  /** What is typed in the field "Machine" and is no machine yet; null if nothing is. */
  machineText: string | null
  member: ChosenMember | null
  /** The same for the field "Member". */
  memberText: string | null
  /** The member's field (lot) where the work is done. */
  fieldId: string | null
  typed: TypedPeriod
  /** How long the booking is to be, as long as nobody chose an end. */
  length: PeriodLength | null
  /** The clock time at which it begins if only a day is given, `07:00`; null if nothing says so. */
  clock: string | null
  units: NumberTyped
  purpose: string
}
export const NO_FIELDS: FormFields = {
  machineId: null,
  machineText: null,
  member: null,
  memberText: null,
  fieldId: null,
  typed: NO_PERIOD,
  length: null,
  clock: null,
  units: 1,
  purpose: '',
}

/** What a form can begin with beside machine, member and dates. */
export type Prefilled = {
  units?: number
  purpose?: string
  fieldId?: string
  /** How long it lasts, if no period is given: the end follows from the start that is chosen. */
  length?: PeriodLength
  /** An instant at whose clock time it begins, on the day that is chosen. */
  startMs?: number
}

export function prefilled({
  units,
  purpose,
  fieldId,
  length,
}: Prefilled): Omit<FormFields, 'machineId' | 'member' | 'typed' | 'clock'> {
  return {
    machineText: null,
    memberText: null,
    units: units ?? NO_FIELDS.units,
    purpose: purpose ?? NO_FIELDS.purpose,
    fieldId: fieldId ?? null,
    length: length ?? null,
  }
}

/** Everything of a booking that another one like it has too. */
export function prefilledLike({ units, purpose, fieldId, period }: BookingRow): Prefilled {
  const starts = period.kind === 'time' ? { startMs: period.startMs } : {}
  return { units, purpose, ...(fieldId ? { fieldId } : {}), length: lengthOf(period), ...starts }
}

/** Another member has other fields. */
export function ofMember(member: ChosenMember): Pick<FormFields, 'member' | 'memberText' | 'fieldId'> {
  return { member, memberText: null, fieldId: null }
}

export function ofMachine(machineId: string): Pick<FormFields, 'machineId' | 'machineText'> {
  return { machineId, machineText: null }
}

/** The field whose text is no choice yet. Nothing is saved meanwhile: an earlier choice is not what the text says. */
export function undecidedIn({ machineText, memberText }: FormFields): 'machine' | 'member' | null {
  if (machineText?.trim()) return 'machine'
  return memberText?.trim() ? 'member' : null
}

/** The slot that the form requests, as the calls take it. */
export type Slot = { machineId: string; period: Period; units: number }

/**
 * Null while the form has no machine or no period yet. What is typed in the field "Machine" and is no machine yet is not
 * answered for the machine from before.
 */
export function slotOf(
  fields: FormFields,
  machine: MachineRow | undefined,
  calendar: OfficeCalendar,
): Slot | null {
  if (!machine || undecidedIn(fields) === 'machine') return null
  const period = periodFrom(machine.bookingMode, fields.typed, calendar)
  const units = unitsOf(fields, machine)
  return period && units !== null ? { machineId: machine.id, period, units } : null
}

/** The input of the request for a new booking. Null while the machine or the member is still to be chosen. */
export function requestOf(
  fields: FormFields,
  slot: Slot,
): Omit<InputOf<'bookings.request'>, 'commandId'> | null {
  const { member, fieldId } = fields
  const purpose = fields.purpose.trim()
  if (undecidedIn(fields)) return null
  return (
    member && {
      memberId: member.id,
      ...slot,
      ...(fieldId ? { fieldId } : {}),
      ...(purpose ? { purpose } : {}),
    }
  )
}

/** Null if the text is not a number of units. Araro refuses more than the machine's capacity. */
export function unitsOf(fields: FormFields, machine: MachineRow): number | null {
  return machine.capacity > 1 ? readNumber(fields.units, UNITS) : 1
}

/** Why the member cannot book. What is not known of the member refuses nothing here; the office decides. */
export function refusalOf(member: ChosenMember | null) {
  if (!member) return undefined
  const { id, name, verified = true, suspended = false, suspendedReason = '' } = member
  return memberRefusal({ id, name, verified, suspended, suspendedReason })
}

/** Whether a form has more than a machine. */
export function isWorthKeeping(fields: FormFields): boolean {
  const { member, typed, purpose } = fields
  const dated = typed.from !== '' || typed.to !== '' || isUnread(typed)
  const given = member !== null || dated || purpose.trim() !== ''
  return given || undecidedIn(fields) !== null
}
