import type { BookingRow } from '#calls/booking-rows'
import type { MachineRow } from '#calls/machines'
import { useChosenMachine } from '../calendar/chosen-machine.ts'
import type { BookingFormStart } from '../open-booking-form.ts'
import type { FoundMember } from '../parts/fields/member-picker.tsx'
import { inOtherMode, NO_PERIOD, type TypedPeriod, typedFrom } from '../parts/fields/period-input.tsx'
import { fieldFrom } from '../parts/fields/wall-field.ts'
import type { Format } from '../words/format.ts'
import { type FormFields, NO_FIELDS, prefilled } from './form-fields.ts'

export type BookingFieldsProps = {
  machines: readonly MachineRow[]
  start: BookingFormStart
  member: FoundMember | null
  /** The booking that is being moved; null for a new one. */
  moved: BookingRow | null
}

/** What the form shows first: a draft, the booking that is moved, or what it was opened with. */
export function firstFields(
  { machines, start, member, moved }: BookingFieldsProps,
  format: Format,
): FormFields {
  if (start.draft) return start.draft.fields
  const typed = start.period ? typedFrom(start.period, format.calendar) : null
  if (moved) {
    return {
      ...NO_FIELDS,
      machineId: start.machineId ?? moved.machineId,
      member: { id: moved.memberId, name: moved.memberName, number: moved.memberNumber },
      typed: typed ?? typedFrom(moved.period, format.calendar),
      units: moved.units,
    }
  }
  const last = useChosenMachine.getState().machineId
  const machineId = start.machineId ?? machines.find(machine => machine.id === last)?.id ?? null
  const { startMs } = start
  const clock = startMs === undefined ? null : fieldFrom(startMs, format.calendar).slice(11)
  return { ...prefilled(start), machineId, member, clock, typed: typed ?? NO_PERIOD }
}

/** The dates on another machine: the days stay; for a machine booked by clock time they become one hour on the first day. */
export function typedOn(machine: MachineRow, typed: TypedPeriod): TypedPeriod {
  const isTime = typed.from.length > 10
  if (typed.from === '' || isTime === (machine.bookingMode === 'time')) return typed
  if (isTime) return inOtherMode(typed, 'days', NO_PERIOD)
  return inOtherMode({ from: typed.from, to: typed.from }, 'time', { from: '08:00', to: '09:00' })
}
