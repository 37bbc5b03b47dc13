import type { RateUnit } from '#booking/money/price'
import { DAY_MS, MINUTE_MS } from '#booking/time/day'
import type { BookingMode } from '#booking/time/period'
import type { MachineRow } from '#calls/machines'
import { type NumberLimits, type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import type { InputOf } from '../service/calls-by-name.ts'

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

export const CAPACITY: NumberLimits = { min: 1, max: 1_000_000 }
export const RATE: NumberLimits = { min: 0, max: 1e9, decimals: 2 }

/** Thirty days at most on either side. */
export function bufferLimits(mode: BookingMode): NumberLimits {
  return { min: 0, max: (30 * DAY_MS) / bufferUnitMs(mode) }
}

type Fields = Omit<InputOf<'machines.add'>, 'commandId'>
export type MachineProblem = 'name' | 'type' | 'capacity' | 'before' | 'after' | 'rate'

/** What the form says, as the office takes it; or the fields that are not right yet. */
export function readTyped(typed: MachineTyped): { fields: Fields } | { problems: MachineProblem[] } {
  const capacity = readNumber(typed.capacity, CAPACITY)
  const before = readNumber(typed.before, bufferLimits(typed.bookingMode))
  const after = readNumber(typed.after, bufferLimits(typed.bookingMode))
  const rate = readNumber(typed.rate, RATE)
  const unitMs = bufferUnitMs(typed.bookingMode)
  const problems: MachineProblem[] = []
  if (typed.name.trim() === '') problems.push('name')
  if (!typed.typeId) problems.push('type')
  if (capacity === null) problems.push('capacity')
  if (before === null) problems.push('before')
  if (after === null) problems.push('after')
  if (rate === null && String(typed.rate).trim() !== '') problems.push('rate')
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
