import type { Format } from '../format.ts'

/** An amount of money that may be below zero, such as a refund. */
export function amount(centavos: number, format: Format): string {
  return centavos < 0 ? `−${format.money(-centavos)}` : format.money(centavos)
}
