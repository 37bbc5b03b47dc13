import type { RateWith } from '#booking/money/price'
import type { RateRefusal } from '#booking/money/rate-refusals'
import { FROM_THE_BEGINNING, type RateStanding } from '#booking/money/rates'
import type { RateInHistory } from '#calls/rates'
import type { Format } from '../format.ts'
import type { CommandsOf, FieldsOf, ValuesOf } from '../sayings.ts'
import type { SentencesFor } from '../sentences.ts'
import { sayIn, words, wordsFor } from '../words.ts'
import { rateUnitWords } from './rate-units.ts'

export const ratesDone = wordsFor<CommandsOf<'rates'>>('rates-done', {
  en: { set: 'Set a rate', stop: 'Ended a rate' },
  fil: { set: 'Nagtakda ng singil', stop: 'Tinapos ang singil' },
})

export const ratesTried = wordsFor<CommandsOf<'rates'>>('rates-tried', {
  en: { set: 'Set a rate', stop: 'End a rate' },
  fil: { set: 'Magtakda ng singil', stop: 'Tapusin ang singil' },
})

/** What a rate includes besides the machine. */
export const rateWithWords = wordsFor<RateWith>('rate-with', {
  en: {
    nothing: 'The machine alone',
    fuel: 'Fuel',
    operator: 'Operator',
    'fuel-and-operator': 'Fuel and operator',
  },
  fil: {
    nothing: 'Makina lang',
    fuel: 'Gasolina',
    operator: 'Operator',
    'fuel-and-operator': 'Gasolina at operator',
  },
})

export const rateStandingWords = wordsFor<RateStanding>('rate-standings', {
  en: { now: 'Now', later: 'Later', before: 'No longer' },
  fil: { now: 'Ngayon', later: 'Darating', before: 'Hindi na' },
})

export const rateFields = wordsFor<FieldsOf<RateInHistory>>('rate-fields', {
  en: {
    validFrom: 'Valid from',
    per: 'Per',
    centavos: 'For members',
    forOthersCentavos: 'For others',
    with: 'Includes',
  },
  fil: {
    validFrom: 'May bisa mula',
    per: 'Bawat',
    centavos: 'Sa kasapi',
    forOthersCentavos: 'Sa iba',
    with: 'Kasama',
  },
})

export const rateValues: ValuesOf<RateInHistory> = {
  validFrom: (day, format) => validFromInWords(day, format),
  per: (unit, format) => sayIn(format.language, rateUnitWords, unit),
  centavos: (centavos, format) => format.money(centavos),
  forOthersCentavos: (centavos, format) => format.money(centavos),
  with: (included, format) => sayIn(format.language, rateWithWords, included),
}

/** The day, or that it is the rate that a machine was added with. */
export function validFromInWords(day: string, format: Format): string {
  return day === FROM_THE_BEGINNING ? sayIn(format.language, rateWords, 'beginning') : format.day(day)
}

export const rateWords = words('rates', {
  en: {
    ...rateFields.en,
    title: 'Rates',
    ofType: 'The rates of {{type}}',
    none: 'No rate yet.',
    beginning: 'the beginning',
    until: 'No rate',
    standing: 'Holds',
    add: 'Add a rate',
    explain: 'What was promised before keeps its price.',
    amount: 'Rate for members (₱)',
    othersAmount: 'Rate for others (₱)',
    othersSame: 'the same',
    save: 'Save rate',
    saved: 'The rate is saved.',
    dayNeeded: 'Enter the day from which it is valid.',
    dayWrong: 'Enter a day, such as 2026-12-01.',
    stop: 'End',
    stopTitle: 'End this rate?',
    stopExplain: 'From today on there is no rate here. What was promised keeps its price.',
    stopped: 'The rate has ended.',
  },
  fil: {
    ...rateFields.fil,
    title: 'Mga singil',
    ofType: 'Mga singil ng {{type}}',
    none: 'Wala pang singil.',
    beginning: 'simula',
    until: 'Walang singil',
    standing: 'Bisa',
    add: 'Magdagdag ng singil',
    explain: 'Hindi magbabago ang presyo ng naipangako na.',
    amount: 'Singil sa kasapi (₱)',
    othersAmount: 'Singil sa iba (₱)',
    othersSame: 'pareho',
    save: 'I-save ang singil',
    saved: 'Na-save na ang singil.',
    dayNeeded: 'Ilagay ang araw kung kailan ito magkakabisa.',
    dayWrong: 'Maglagay ng petsa, gaya ng 2026-12-01.',
    stop: 'Tapusin',
    stopTitle: 'Tapusin ang singil na ito?',
    stopExplain: 'Mula ngayon ay wala nang singil dito. Hindi magbabago ang presyo ng naipangako na.',
    stopped: 'Tapos na ang singil.',
  },
})

export const rateRefusals: SentencesFor<RateRefusal> = {
  en: {
    'rate-in-the-past': ({ earliestDay }, f) =>
      `A rate can begin on ${f.day(earliestDay)} at the earliest: what was valid before stays as it was. Choose that day or a later one.`,
    'no-rate-then': ({ day }, f) =>
      `There is no rate of its own on ${f.day(day)}, so there is nothing to end.`,
  },
  fil: {
    'rate-in-the-past': ({ earliestDay }, f) =>
      `Pinakamaaga na ang ${f.day(earliestDay)} para magkabisa ang singil: hindi na mababago ang dating may bisa. Piliin ang araw na iyon o mas huli.`,
    'no-rate-then': ({ day }, f) => `Walang sariling singil sa ${f.day(day)}, kaya walang tatapusin.`,
  },
}
