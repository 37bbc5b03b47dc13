import type { Quote, Rate, RateUnit } from '#booking/money/price'
import type { Format } from '../format.ts'
import { sayIn, words } from '../words.ts'
import { countedUnit, rateUnitWords } from './rate-units.ts'

export const priceWords = words('price', {
  en: {
    price: 'Price',
    total: '{{total}} ({{quantity}} × {{rate}})',
    measured: '{{total}} ({{quantity}} measured × {{rate}})',
    flat: '{{total}} for the job',
    perUnit: '{{rate}} per {{unit}}',
    later: '{{perUnit}}, known after the work',
  },
  fil: {
    price: 'Presyo',
    total: '{{total}} ({{quantity}} × {{rate}})',
    measured: '{{total}} ({{quantity}} na nasukat × {{rate}})',
    flat: '{{total}} sa buong trabaho',
    perUnit: '{{rate}} bawat {{unit}}',
    later: '{{perUnit}}, malalaman pagkatapos ng trabaho',
  },
})

/** A price on its own, where there is no room to say how it is computed; a rate if it is known only after the work. */
export function priceInShort(quoted: Quote, format: Format): string {
  return quoted.kind === 'measured-later' ? rateInWords(quoted.rate, format) : format.money(quoted.centavos)
}

/** Measured work: "1.25 hectares". */
export function workInWords({ quantity, per }: { quantity: number; per: RateUnit }, format: Format): string {
  const unit = sayIn(format.language, rateUnitWords, per)
  return `${format.number(quantity)} ${countedUnit(unit, quantity, format.language)}`
}

/** "₱1,200.00 per day" */
export function rateInWords({ centavos, per }: Rate, { language, money }: Format): string {
  const unit = sayIn(language, rateUnitWords, per)
  return sayIn(language, priceWords, 'perUnit', { rate: money(centavos), unit })
}

/** A price and how it is computed; null if the quantity is not a positive number. */
export function priceInWords(quoted: Quote, format: Format): string | null {
  const { language } = format
  const rate = format.money(quoted.rate.centavos)
  if (quoted.kind === 'measured-later') {
    return sayIn(language, priceWords, 'later', { perUnit: rateInWords(quoted.rate, format) })
  }
  if (quoted.kind === 'measured') {
    const measured = workInWords({ quantity: quoted.quantity, per: quoted.rate.per }, format)
    return sayIn(language, priceWords, 'measured', {
      total: format.money(quoted.centavos),
      quantity: measured,
      rate,
    })
  }
  if (!Number.isFinite(quoted.quantity) || quoted.quantity <= 0) return null
  const total = format.money(quoted.centavos)
  if (quoted.rate.per === 'flat') return sayIn(language, priceWords, 'flat', { total })
  const quantity = workInWords({ quantity: quoted.quantity, per: quoted.rate.per }, format)
  return sayIn(language, priceWords, 'total', { total, quantity, rate })
}
