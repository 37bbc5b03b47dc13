import { READY_MADE_TYPES } from '#booking/machines/ready-made-types'
import type { RateUnit } from '#booking/money/price'
import { bufferUnitMs, type MachineTyped, typedMachine } from './machine-typed.ts'
import { readyMadeNamed } from './ready-made-named.ts'

const FOLLOWING = ['bookingMode', 'capacity', 'unitName', 'before', 'after', 'per'] as const

/**
 * What the form of a new machine shows once its type is chosen: as is usual for a ready-made type. Empty for another
 * type, or if one of these fields was filled in by hand.
 * @param unitNamed the name of a unit in the language of the screen
 */
export function begunAs(
  typeName: string,
  typed: MachineTyped,
  unitNamed: (unit: RateUnit) => string,
): Partial<MachineTyped> {
  const key = readyMadeNamed(typeName)
  const begun = typedMachine(null)
  if (!key || FOLLOWING.some(field => typed[field] !== begun[field])) return {}
  const { bookingMode, capacity, unit, bufferAfterMs, per } = READY_MADE_TYPES[key].machine
  return {
    bookingMode,
    capacity,
    unitName: unit ? unitNamed(unit) : '',
    after: bufferAfterMs / bufferUnitMs(bookingMode),
    per,
  }
}
