import type { BookingInHistory } from '#calls/booking-rows'
import type { Language } from '../language.ts'
import { maintenanceKindIs } from '../maintenance/kinds.ts'
import { workInWords } from '../money/price.ts'
import { fuelInWords, meterInWords, seenInWords } from '../readings/readings.ts'
import {
  type CommandsOf,
  countOf,
  type FieldsOf,
  instant,
  list,
  number,
  period,
  text,
  type ValuesOf,
} from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { bookingStatusWords } from './statuses.ts'

const HIT_BY: { readonly [L in Language]: (memberName: string) => string } = {
  en: memberName => `the machine is not back from ${memberName}`,
  fil: memberName => `hindi pa naisasauli ni ${memberName} ang makina`,
}

const HIT_BY_BATCH: { readonly [L in Language]: (sacks: number) => string } = {
  en: sacks => `a batch of ${sacks} sacks is not dry yet`,
  fil: sacks => `hindi pa tuyo ang isang salang na ${sacks} sako`,
}

/** `start`, `finish`: the hand-over and the return of a machine that stays where it is. */
export const bookingsDone = wordsFor<CommandsOf<'bookings'> | 'start' | 'finish'>('bookings-done', {
  en: {
    request: 'Requested a booking',
    approve: 'Approved a booking',
    reject: 'Rejected a booking',
    cancel: 'Cancelled a booking',
    move: 'Moved a booking',
    handOver: 'Handed a machine over',
    return: 'Took a machine back',
    start: 'Started a machine for a member',
    finish: 'Finished a member’s work on a machine',
    noShow: 'Noted a no-show',
    note: 'Added a note to a booking',
    correct: 'Corrected a booking',
    correctHandOver: 'Corrected a hand-over',
    correctReturn: 'Corrected a return',
    expect: 'Said when a machine is expected back',
    settle: 'Noted what the member was told',
    extend: 'Extended a booking',
  },
  fil: {
    request: 'Humiling ng booking',
    approve: 'Nag-apruba ng booking',
    reject: 'Tinanggihan ang booking',
    cancel: 'Nagkansela ng booking',
    move: 'Naglipat ng booking',
    handOver: 'Naglabas ng makina',
    return: 'Tumanggap ng isinauling makina',
    start: 'Nagsimula ng makina para sa kasapi',
    finish: 'Tinapos ang gawa ng kasapi sa makina',
    noShow: 'Nagtala ng hindi sumipot',
    note: 'Nagdagdag ng tala sa booking',
    correct: 'Nagtama ng booking',
    correctHandOver: 'Nagtama ng paglabas',
    correctReturn: 'Nagtama ng pagsauli',
    expect: 'Nagsabi kung kailan inaasahang babalik ang makina',
    settle: 'Nagtala kung ano ang sinabi sa kasapi',
    extend: 'Nagpahaba ng booking',
  },
})

export const bookingsTried = wordsFor<CommandsOf<'bookings'>>('bookings-tried', {
  en: {
    request: 'Request a booking',
    approve: 'Approve a booking',
    reject: 'Reject a booking',
    cancel: 'Cancel a booking',
    move: 'Move a booking',
    handOver: 'Hand a machine over',
    return: 'Take a machine back',
    noShow: 'Note a no-show',
    note: 'Add a note to a booking',
    correct: 'Correct a booking',
    correctHandOver: 'Correct a hand-over',
    correctReturn: 'Correct a return',
    expect: 'Say when a machine is expected back',
    settle: 'Note what the member was told',
    extend: 'Extend a booking',
  },
  fil: {
    request: 'Humiling ng booking',
    approve: 'Aprubahan ang booking',
    reject: 'Tanggihan ang booking',
    cancel: 'Kanselahin ang booking',
    move: 'Ilipat ang booking',
    handOver: 'Ilabas ang makina',
    return: 'Tanggapin ang isinauling makina',
    noShow: 'Itala na hindi sumipot',
    note: 'Magdagdag ng tala sa booking',
    correct: 'Itama ang booking',
    correctHandOver: 'Itama ang paglabas',
    correctReturn: 'Itama ang pagsauli',
    expect: 'Sabihin kung kailan inaasahang babalik ang makina',
    settle: 'Itala kung ano ang sinabi sa kasapi',
    extend: 'Pahabain ang booking',
  },
})

type BookingField = FieldsOf<BookingInHistory> | 'startedMs' | 'finishedMs'

export const bookingFields = wordsFor<BookingField>('booking-fields', {
  en: {
    status: 'Status',
    period: 'When',
    units: 'Units',
    purpose: 'Purpose',
    reason: 'Reason',
    overrideReason: 'Booked anyway, because',
    handedOverMs: 'Handed over',
    returnedMs: 'Returned',
    startedMs: 'Started',
    finishedMs: 'Finished',
    note: 'Note',
    meterHours: 'Hour meter',
    fuel: 'Fuel',
    readingReason: 'Why it goes backward',
    implements: 'Implements',
    slip: 'Slip number',
    work: 'Work done',
    priceCentavos: 'Price of the work',
    lateFeeCentavos: 'Late fee',
    waivedCentavos: 'Late fee waived',
    waivedBecause: 'Waived because',
    condition: 'Condition',
    photos: 'Photos',
    clockShowedMs: 'The PC’s clock was ahead; it showed',
    expectedBackMs: 'Expected back',
    shutUntilMs: 'Past its end; time kept shut until',
    hitBy: 'Cannot be kept for now because of',
    told: 'The member was told',
  },
  fil: {
    status: 'Katayuan',
    period: 'Kailan',
    units: 'Dami',
    purpose: 'Layunin',
    reason: 'Dahilan',
    overrideReason: 'Ibinook pa rin, dahil',
    handedOverMs: 'Inilabas',
    returnedMs: 'Isinauli',
    startedMs: 'Nagsimula',
    finishedMs: 'Natapos',
    note: 'Tala',
    meterHours: 'Metro ng oras',
    fuel: 'Gasolina',
    readingReason: 'Bakit paurong',
    implements: 'Mga kagamitan',
    slip: 'Numero ng slip',
    work: 'Nagawang trabaho',
    priceCentavos: 'Presyo ng trabaho',
    lateFeeCentavos: 'Multa sa pagkahuli',
    waivedCentavos: 'Pinatawad na multa',
    waivedBecause: 'Bakit pinatawad',
    condition: 'Kalagayan',
    photos: 'Mga litrato',
    clockShowedMs: 'Nauna ang orasan ng PC; ang ipinakita nito',
    expectedBackMs: 'Inaasahang babalik',
    shutUntilMs: 'Lampas na sa takda; sarado ang oras hanggang',
    hitBy: 'Hindi muna matutupad dahil sa',
    told: 'Sinabi sa kasapi',
  },
})

export const bookingValues: ValuesOf<BookingInHistory> = {
  status: (status, format) => sayIn(format.language, bookingStatusWords, status),
  period,
  units: number,
  purpose: text,
  reason: text,
  overrideReason: text,
  handedOverMs: instant,
  returnedMs: instant,
  note: text,
  meterHours: meterInWords,
  fuel: fuelInWords,
  readingReason: text,
  implements: list,
  slip: text,
  work: workInWords,
  priceCentavos: (centavos, format) => format.money(centavos),
  lateFeeCentavos: (centavos, format) => format.money(centavos),
  waivedCentavos: (centavos, format) => format.money(centavos),
  waivedBecause: text,
  condition: (condition, format) => condition.map(one => seenInWords(one, format)).join('; '),
  photos: (photos, format) => (typeof photos === 'number' ? number(photos, format) : countOf(photos, format)),
  clockShowedMs: instant,
  expectedBackMs: instant,
  shutUntilMs: instant,
  told: text,
  hitBy: (by, { language }) =>
    'memberName' in by
      ? HIT_BY[language](by.memberName)
      : 'batchSacks' in by
        ? HIT_BY_BATCH[language](by.batchSacks)
        : maintenanceKindIs[language][by.maintenanceKind],
}
