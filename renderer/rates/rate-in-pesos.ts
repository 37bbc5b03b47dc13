import { RATE_CENTAVOS } from '#calls/limits'
import type { NumberLimits } from '../parts/fields/read-number.ts'

/** A rate as it is typed: in pesos. */
export const RATE: NumberLimits = {
  min: RATE_CENTAVOS.min / 100,
  max: RATE_CENTAVOS.max / 100,
  decimals: 2,
}
