import type { Quote, Rate, RateUnit } from '#booking/money/price'
import type { Format } from '../format.ts'
import { sayIn, words } from '../words.ts'
import { countedUnit, rateUnitWords } from './rate-units.ts'

export const priceWords = words('price', {
  en: {
    price: 'Price',
    total: '{{total}} ({{quantity}} × {{rate}}{{also}})',
    measured: '{{total}} ({{quantity}} measured × {{rate}}{{also}})',
    flat: '{{total}} for the job{{also}}',
    perUnit: '{{rate}} per {{unit}}{{also}}',
    later: '{{perUnit}}, known after the work',
    forOthers: 'for others',
    fuel: 'with fuel',
    operator: 'with operator',
    'fuel-and-operator': 'with fuel and operator',
    forField: 'about {{price}} for the field',
    how: '{{quantity}} × {{rate}}{{also}}',
    howMeasured: '{{quantity}} measured × {{rate}}{{also}}',
    howFlat: 'for the job{{also}}',
    howLater: 'known after the work',
  },
  fil: {
    price: 'Presyo',
    total: '{{total}} ({{quantity}} × {{rate}}{{also}})',
    measured: '{{total}} ({{quantity}} na nasukat × {{rate}}{{also}})',
    flat: '{{total}} sa buong trabaho{{also}}',
    perUnit: '{{rate}} bawat {{unit}}{{also}}',
    later: '{{perUnit}}, malalaman pagkatapos ng trabaho',
    forOthers: 'para sa hindi kasapi',
    fuel: 'kasama ang gasolina',
    operator: 'kasama ang operator',
    'fuel-and-operator': 'kasama ang gasolina at operator',
    forField: 'mga {{price}} para sa bukid',
    how: '{{quantity}} × {{rate}}{{also}}',
    howMeasured: '{{quantity}} na nasukat × {{rate}}{{also}}',
    howFlat: 'sa buong trabaho{{also}}',
    howLater: 'malalaman pagkatapos ng trabaho',
  },
})

/** A price on its own, where there is no room to say how it is computed; a rate, without what it includes, if it is known only after the work. */
export function priceInShort(quoted: Quote, format: Format): string {
  if (quoted.kind !== 'measured-later') return format.money(quoted.centavos)
  const { per, centavos } = quoted.rate
  return rateInWords({ per, centavos }, format)
}

/** Measured work: "1.25 hectares". */
export function workInWords({ quantity, per }: { quantity: number; per: RateUnit }, format: Format): string {
  const unit = sayIn(format.language, rateUnitWords, per)
  return `${format.number(quantity)} ${countedUnit(unit, quantity, format.language)}`
}

/** "₱1,200.00 per day", "₱700.00 per hectare, for others, with operator" */
export function rateInWords(rate: Rate, format: Format): string {
  const { language, money } = format
  const unit = sayIn(language, rateUnitWords, rate.per)
  return sayIn(language, priceWords, 'perUnit', {
    rate: money(rate.centavos),
    unit,
    also: alsoIn(rate, format),
  })
}

/** Whom a rate is for and what it includes, where that is not the plain case: ", for others, with fuel". */
function alsoIn({ forOthers, with: included }: Rate, { language }: Format): string {
  const parts = [
    ...(forOthers ? [sayIn(language, priceWords, 'forOthers')] : []),
    ...(included ? [sayIn(language, priceWords, included)] : []),
  ]
  return parts.map(part => `, ${part}`).join('')
}

/** How a price is computed, beside the price: "2 days × ₱1,000.00". */
export function howInWords(quoted: Quote, format: Format): string {
  const { language } = format
  if (quoted.kind === 'measured-later') return sayIn(language, priceWords, 'howLater')
  const also = alsoIn(quoted.rate, format)
  if (quoted.rate.per === 'flat') return sayIn(language, priceWords, 'howFlat', { also })
  const quantity = workInWords({ quantity: quoted.quantity, per: quoted.rate.per }, format)
  const word = quoted.kind === 'measured' ? 'howMeasured' : 'how'
  return sayIn(language, priceWords, word, { quantity, rate: format.money(quoted.rate.centavos), also })
}

/** A price and how it is computed; null if the quantity is not a positive number. */
export function priceInWords(quoted: Quote, format: Format): string | null {
  const { language } = format
  const rate = format.money(quoted.rate.centavos)
  const also = alsoIn(quoted.rate, format)
  if (quoted.kind === 'measured-later') {
    return sayIn(language, priceWords, 'later', { perUnit: rateInWords(quoted.rate, format) })
  }
  if (quoted.kind === 'measured') {
    const measured = workInWords({ quantity: quoted.quantity, per: quoted.rate.per }, format)
    return sayIn(language, priceWords, 'measured', {
      total: format.money(quoted.centavos),
      quantity: measured,
      rate,
      also,
    })
  }
  if (!Number.isFinite(quoted.quantity) || quoted.quantity <= 0) return null
  const total = format.money(quoted.centavos)
  if (quoted.rate.per === 'flat') return sayIn(language, priceWords, 'flat', { total, also })
  const quantity = workInWords({ quantity: quoted.quantity, per: quoted.rate.per }, format)
  return sayIn(language, priceWords, 'total', { total, quantity, rate, also })
}
