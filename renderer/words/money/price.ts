import type { Quote } from '#booking/money/price'
import type { Format } from '../format.ts'
import { sayIn, words } from '../words.ts'
import { countedUnit, rateUnitWords } from './rate-units.ts'

export const priceWords = words('price', {
  en: {
    price: 'Price',
    total: '{{total}} ({{quantity}} × {{rate}})',
    flat: '{{total}} for the job',
    later: '{{rate}} per {{unit}}, known after the work',
  },
  fil: {
    price: 'Presyo',
    total: '{{total}} ({{quantity}} × {{rate}})',
    flat: '{{total}} sa buong trabaho',
    later: '{{rate}} bawat {{unit}}, malalaman pagkatapos ng trabaho',
  },
})

/** A price and how it is computed; null if the quantity is not a positive number. */
export function priceInWords(quoted: Quote, format: Format): string | null {
  const { language } = format
  const unit = sayIn(language, rateUnitWords, quoted.rate.per)
  const rate = format.money(quoted.rate.centavos)
  if (quoted.kind === 'measured-later') return sayIn(language, priceWords, 'later', { rate, unit })
  if (!Number.isFinite(quoted.quantity) || quoted.quantity <= 0) return null
  const total = format.money(quoted.centavos)
  if (quoted.rate.per === 'flat') return sayIn(language, priceWords, 'flat', { total })
  const quantity = `${format.number(quoted.quantity)} ${countedUnit(unit, quoted.quantity, language)}`
  return sayIn(language, priceWords, 'total', { total, quantity, rate })
}
