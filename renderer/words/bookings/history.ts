import type { BookingInHistory } from '#calls/bookings'
import type { Language } from '../language.ts'
import { maintenanceKindIs } from '../maintenance/kinds.ts'
import { type CommandsOf, type FieldsOf, instant, number, period, text, type ValuesOf } from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { bookingStatusWords } from './statuses.ts'

const HIT_BY: { readonly [L in Language]: (memberName: string) => string } = {
  en: memberName => `the machine is not back from ${memberName}`,
  fil: memberName => `hindi pa naisasauli ni ${memberName} ang makina`,
}

export const bookingsDone = wordsFor<CommandsOf<'bookings'>>('bookings-done', {
  en: {
    request: 'Requested a booking',
    approve: 'Approved a booking',
    reject: 'Rejected a booking',
    cancel: 'Cancelled a booking',
    move: 'Moved a booking',
    handOver: 'Handed a machine over',
    return: 'Took a machine back',
    noShow: 'Noted a no-show',
    note: 'Added a note to a booking',
    correct: 'Corrected a booking',
    expect: 'Said when a machine is expected back',
  },
  fil: {
    request: 'Humiling ng booking',
    approve: 'Nag-apruba ng booking',
    reject: 'Tinanggihan ang booking',
    cancel: 'Nagkansela ng booking',
    move: 'Naglipat ng booking',
    handOver: 'Naglabas ng makina',
    return: 'Tumanggap ng isinauling makina',
    noShow: 'Nagtala ng hindi sumipot',
    note: 'Nagdagdag ng tala sa booking',
    correct: 'Nagtama ng booking',
    expect: 'Nagsabi kung kailan inaasahang babalik ang makina',
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
    expect: 'Say when a machine is expected back',
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
    expect: 'Sabihin kung kailan inaasahang babalik ang makina',
  },
})

export const bookingFields = wordsFor<FieldsOf<BookingInHistory>>('booking-fields', {
  en: {
    status: 'Status',
    period: 'When',
    units: 'Units',
    purpose: 'Purpose',
    reason: 'Reason',
    handedOverMs: 'Handed over',
    returnedMs: 'Returned',
    note: 'Note',
    clockShowedMs: 'The PC’s clock was ahead; it showed',
    expectedBackMs: 'Expected back',
    shutUntilMs: 'Past its end; time kept shut until',
    hitBy: 'Cannot be kept for now because of',
  },
  fil: {
    status: 'Katayuan',
    period: 'Kailan',
    units: 'Dami',
    purpose: 'Layunin',
    reason: 'Dahilan',
    handedOverMs: 'Inilabas',
    returnedMs: 'Isinauli',
    note: 'Tala',
    clockShowedMs: 'Nauna ang orasan ng PC; ang ipinakita nito',
    expectedBackMs: 'Inaasahang babalik',
    shutUntilMs: 'Lampas na sa takda; sarado ang oras hanggang',
    hitBy: 'Hindi muna matutupad dahil sa',
  },
})

export const bookingValues: ValuesOf<BookingInHistory> = {
  status: (status, format) => sayIn(format.language, bookingStatusWords, status),
  period,
  units: number,
  purpose: text,
  reason: text,
  handedOverMs: instant,
  returnedMs: instant,
  note: text,
  clockShowedMs: instant,
  expectedBackMs: instant,
  shutUntilMs: instant,
  hitBy: (by, { language }) =>
    'memberName' in by ? HIT_BY[language](by.memberName) : maintenanceKindIs[language][by.maintenanceKind],
}
