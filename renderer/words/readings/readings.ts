import type { Condition, Seen } from '#booking/machines/condition'
import { EIGHTHS, type Fuel } from '#booking/machines/fuel'
import type { Format } from '../format.ts'
import { sayIn, words, wordsFor } from '../words.ts'

const readingWords = words('readings', {
  en: { hours: '{{number}} h', litres: '{{number}} L', eighths: '{{number}}/{{full}} of a tank' },
  fil: { hours: '{{number}} oras', litres: '{{number}} L', eighths: '{{number}}/{{full}} ng tangke' },
})

/** What an hour meter shows: "1,234.5 h". */
export function meterInWords(hours: number, { language, number }: Format): string {
  return sayIn(language, readingWords, 'hours', { number: number(hours) })
}

/** What is in a tank: "30 L", "5/8 of a tank". */
export function fuelInWords(fuel: Fuel, { language, number }: Format): string {
  return sayIn(language, readingWords, fuel.in, { number: number(fuel.amount), full: EIGHTHS })
}

/** How a point of a machine is. */
export const conditionWords = wordsFor<Condition>('conditions', {
  en: { fine: 'Fine', worn: 'Worn', broken: 'Broken' },
  fil: { fine: 'Maayos', worn: 'Gastado', broken: 'Sira' },
})

/** A point that was looked at: "Tyres: worn (left rear)". */
export function seenInWords({ point, state, note }: Seen, { language }: Format): string {
  const is = sayIn(language, conditionWords, state).toLowerCase()
  return note ? `${point}: ${is} (${note})` : `${point}: ${is}`
}
