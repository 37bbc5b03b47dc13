import { DAY_MS, MINUTE_MS } from '#booking/day'
import type { BookingMode } from '#booking/period'
import type { RateUnit } from '#booking/price'
import type { MachineRow } from '#calls/machines'
import type { InputOf } from '../office/calls-by-name.ts'

/** A number field as it stands: '' while it is empty. */
export type NumberTyped = number | string

/** A machine as the form holds it. Buffers count days or minutes, as the machine is booked. */
export type MachineTyped = {
  name: string
  typeId: string | null
  bookingMode: BookingMode
  capacity: NumberTyped
  unitName: string
  before: NumberTyped
  after: NumberTyped
  pendingBlocks: boolean
  location: string
  rate: NumberTyped
  per: RateUnit
  implements: string[]
  note: string
}

export const NEW_MACHINE: MachineTyped = {
  name: '',
  typeId: null,
  bookingMode: 'days',
  capacity: 1,
  unitName: '',
  before: 0,
  after: 0,
  pendingBlocks: true,
  location: '',
  rate: '',
  per: 'day',
  implements: [],
  note: '',
}

export function typedMachine(machine: MachineRow): MachineTyped {
  const unitMs = bufferUnitMs(machine.bookingMode)
  return {
    ...machine,
    before: machine.bufferBeforeMs / unitMs,
    after: machine.bufferAfterMs / unitMs,
    rate: machine.rate ? machine.rate.centavos / 100 : '',
    per: machine.rate?.per ?? 'day',
  }
}

function bufferUnitMs(mode: BookingMode): number {
  return mode === 'days' ? DAY_MS : MINUTE_MS
}

type Fields = Omit<InputOf<'machines.add'>, 'commandId'>
export type MachineProblem = 'name' | 'type' | 'capacity' | 'before' | 'after' | 'rate'

/** What the form says, as the office takes it; or the fields that are not right yet. */
export function readTyped(typed: MachineTyped): { fields: Fields } | { problems: MachineProblem[] } {
  const capacity = wholeNumber(typed.capacity)
  const before = wholeNumber(typed.before)
  const after = wholeNumber(typed.after)
  const rate = typed.rate === '' ? null : Number(typed.rate)
  const unitMs = bufferUnitMs(typed.bookingMode)
  const tooLong = (count: number | null) => count === null || count < 0 || count * unitMs > 30 * DAY_MS
  const problems: MachineProblem[] = []
  if (typed.name.trim() === '') problems.push('name')
  if (!typed.typeId) problems.push('type')
  if (capacity === null || capacity < 1 || capacity > 1_000_000) problems.push('capacity')
  if (tooLong(before)) problems.push('before')
  if (tooLong(after)) problems.push('after')
  if (rate !== null && !(rate >= 0 && rate <= 1e9)) problems.push('rate')
  if (problems.length > 0 || !typed.typeId) return { problems }
  return {
    fields: {
      name: typed.name,
      typeId: typed.typeId,
      bookingMode: typed.bookingMode,
      capacity: capacity ?? 1,
      unitName: typed.unitName,
      bufferBeforeMs: (before ?? 0) * unitMs,
      bufferAfterMs: (after ?? 0) * unitMs,
      pendingBlocks: typed.pendingBlocks,
      location: typed.location,
      note: typed.note,
      implements: typed.implements,
      rate: rate === null ? null : { centavos: Math.round(rate * 100), per: typed.per },
    },
  }
}

/** Null for what is no whole number. */
export function wholeNumber(typed: NumberTyped): number | null {
  const number = typed === '' ? Number.NaN : Number(typed)
  return Number.isInteger(number) ? number : null
}
