/**
 * An amount times a fraction, in whole centavos: rounded once, half up, without the errors of binary fractions. Every
 * amount of money that is computed is rounded here.
 * @param centavos whole, from 0
 * @param numerator whole, from 0
 * @param denominator whole, from 1
 */
export function timesFraction(centavos: number, numerator: number, denominator: number): number {
  const doubled = 2n * BigInt(centavos) * BigInt(numerator) + BigInt(denominator)
  return Number(doubled / (2n * BigInt(denominator)))
}

const DECIMALS = 10_000

/** An amount times a quantity that has at most four decimals, as hectares have. */
export function timesQuantity(centavos: number, quantity: number): number {
  return timesFraction(centavos, Math.round(quantity * DECIMALS), DECIMALS)
}
