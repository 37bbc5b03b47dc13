import i18next from 'i18next'
import { RATE_UNITS, type RateUnit } from '#booking/money/price'
import { LANGUAGES, type Language } from '../language.ts'
import { wordsFor } from '../words.ts'

/** What a rate is counted by: "₱1,200.00 per day". */
export const rateUnitWords = wordsFor<RateUnit>('rate-units', {
  en: { day: 'day', hour: 'hour', hectare: 'hectare', sack: 'sack', kg: 'kg', flat: 'job' },
  fil: { day: 'araw', hour: 'oras', hectare: 'ektarya', sack: 'sako', kg: 'kg', flat: 'trabaho' },
})

/** "1 day", "3 days"; Filipino counts without changing the word. The office's own unit names come in the singular. */
export function countedUnit(named: string, quantity: number, language: Language): string {
  const unit = unitIn(language, named)
  return language === 'en' && quantity !== 1 && unit !== 'kg' && /[a-z]$/i.test(unit) ? `${unit}s` : unit
}

/** A unit that rates know too, such as a sack, in the language of the screen; any other as the office wrote it. */
function unitIn(language: Language, named: string): string {
  const inWords = (one: Language, unit: RateUnit) =>
    i18next.getResource(one, rateUnitWords.screen, unit) as string
  const isNamed = (unit: RateUnit) => LANGUAGES.some(one => inWords(one, unit) === named.trim().toLowerCase())
  const known = RATE_UNITS.find(isNamed)
  return known ? inWords(language, known) : named
}
