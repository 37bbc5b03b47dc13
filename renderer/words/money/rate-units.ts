import i18next from 'i18next'
import { RATE_UNITS, type RateUnit } from '#booking/money/price'
import { LANGUAGES, type Language } from '../language.ts'
import { wordsFor } from '../words.ts'

/** The unit of a rate: "₱1,200.00 per day". */
export const rateUnitWords = wordsFor<RateUnit>('rate-units', {
  en: { day: 'day', hour: 'hour', hectare: 'hectare', sack: 'sack', kg: 'kg', flat: 'job' },
  fil: { day: 'araw', hour: 'oras', hectare: 'ektarya', sack: 'sako', kg: 'kg', flat: 'trabaho' },
})

/** "1 day", "3 days". Filipino has no plural form here, and the cooperative's own unit names stay in the singular. */
export function countedUnit(named: string, quantity: number, language: Language): string {
  const unit = unitIn(language, named)
  return language === 'en' && quantity !== 1 && unit !== 'kg' && /[a-z]$/i.test(unit) ? `${unit}s` : unit
}

/**
 * Translates a unit name that is also the unit of a rate, such as "sack". Other names stay as the cooperative wrote
 * them.
 */
function unitIn(language: Language, named: string): string {
  const inWords = (one: Language, unit: RateUnit) =>
    i18next.getResource(one, rateUnitWords.screen, unit) as string
  const isNamed = (unit: RateUnit) => LANGUAGES.some(one => inWords(one, unit) === named.trim().toLowerCase())
  const known = RATE_UNITS.find(isNamed)
  return known ? inWords(language, known) : named
}
