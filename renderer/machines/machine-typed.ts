import type { RateUnit } from '#booking/money/price'
import { DAY_MS, MINUTE_MS } from '#booking/time/day'
import type { BookingMode } from '#booking/time/period'
import { BUFFER_MS, SACKS, UNITS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import type { NumberLimits, NumberTyped } from '../parts/fields/read-number.ts'
import { reader } from '../parts/form/reading.ts'
import { sameFields } from '../parts/form/same-fields.ts'
import { RATE } from '../rates/rate-in-pesos.ts'

/** The fields that are the same in the form and in the record, with their values for a new machine. */
const NEW = {
  name: '',
  typeId: null as string | null,
  bookingMode: 'days' as BookingMode,
  capacity: 1 as NumberTyped,
  unitName: '',
  pendingBlocks: true,
  location: '',
  registrationNumber: '',
  implements: [] as string[],
  note: '',
}

/** A machine as typed in the form: buffers in days or minutes, depending on the booking mode, and of a new one its first rate in pesos. */
export type MachineTyped = typeof NEW & {
  /** What is typed in the field "Type" and is no type yet; null if nothing is. */
  typeText: string | null
  batchSacks: NumberTyped
  daySacks: NumberTyped
  before: NumberTyped
  after: NumberTyped
  rate: NumberTyped
  per: RateUnit
}

export const MACHINE_LABELS = {
  name: 'name',
  typeId: 'type',
  typeText: 'type',
  bookingMode: 'bookedBy',
  capacity: 'capacity',
  unitName: 'unitName',
  batchSacks: 'batchSacks',
  daySacks: 'daySacks',
  before: 'before',
  after: 'after',
  pendingBlocks: 'pendingBlocks',
  location: 'location',
  registrationNumber: 'registrationNumber',
  rate: 'rateAmount',
  per: 'ratePer',
  implements: 'implements',
  note: 'note',
} as const

export function typedMachine(machine: MachineRow | null): MachineTyped {
  const same = sameFields(NEW, machine)
  const { bufferBeforeMs = 0, bufferAfterMs = 0 } = machine ?? {}
  const unitMs = bufferUnitMs(same.bookingMode)
  return {
    ...same,
    typeText: null,
    batchSacks: machine?.batchSacks ?? '',
    daySacks: machine?.daySacks ?? '',
    before: bufferBeforeMs / unitMs,
    after: bufferAfterMs / unitMs,
    rate: '',
    per: 'day',
  }
}

/** The unit of the fields for the gaps: a day, or a minute. */
export function bufferUnitMs(mode: BookingMode): number {
  return mode === 'days' ? DAY_MS : MINUTE_MS
}

export function bufferLimits(mode: BookingMode): NumberLimits {
  const unitMs = bufferUnitMs(mode)
  return { min: BUFFER_MS.min / unitMs, max: BUFFER_MS.max / unitMs }
}

/** The form's content as the call takes it, or the invalid fields. */
export function readMachine(typed: MachineTyped) {
  const { before, after, per, typeText, ...same } = typed
  const read = reader<MachineTyped, 'nameNeeded' | 'typeNeeded'>(typed)
  const limits = bufferLimits(typed.bookingMode)
  const unitMs = bufferUnitMs(typed.bookingMode)
  const pesos = read.optionalNumber('rate', RATE)
  // The field says itself why its text is no type yet.
  if (typeText?.trim()) read.wrong('typeId', true)
  return read.as({
    ...same,
    name: read.needed('name', 'nameNeeded'),
    typeId: read.given('typeId', typed.typeId, 'typeNeeded'),
    capacity: read.number('capacity', UNITS),
    batchSacks: read.optionalNumber('batchSacks', SACKS),
    daySacks: read.optionalNumber('daySacks', SACKS),
    bufferBeforeMs: read.number('before', limits) * unitMs,
    bufferAfterMs: read.number('after', limits) * unitMs,
    rate: pesos === null ? null : { centavos: Math.round(pesos * 100), per },
  })
}
