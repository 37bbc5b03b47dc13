import type { WaitingStatus } from '#booking/waiting/status'
import type { WaitingInHistory } from '#calls/waiting'
import type { Format } from '../format.ts'
import type { Language } from '../language.ts'
import { type CommandsOf, type FieldsOf, number, text, type ValuesOf } from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'

export const waitingDone = wordsFor<CommandsOf<'waiting'>>('waiting-done', {
  en: {
    add: 'Put a member on the waiting list',
    withdraw: 'Took a member off the waiting list',
    moveUp: 'Moved a member up on the waiting list',
    accept: 'Took an offer from the waiting list',
    decline: 'Declined an offer from the waiting list',
    offer: 'Went on with the waiting list',
  },
  fil: {
    add: 'Inilagay ang kasapi sa listahan ng naghihintay',
    withdraw: 'Inalis ang kasapi sa listahan ng naghihintay',
    moveUp: 'Inuna ang kasapi sa listahan ng naghihintay',
    accept: 'Kinuha ang alok mula sa listahan ng naghihintay',
    decline: 'Tinanggihan ang alok mula sa listahan ng naghihintay',
    offer: 'Itinuloy ang listahan ng naghihintay',
  },
})

export const waitingTried = wordsFor<CommandsOf<'waiting'>>('waiting-tried', {
  en: {
    add: 'Put a member on the waiting list',
    withdraw: 'Take a member off the waiting list',
    moveUp: 'Move a member up on the waiting list',
    accept: 'Take an offer from the waiting list',
    decline: 'Decline an offer from the waiting list',
    offer: 'Go on with the waiting list',
  },
  fil: {
    add: 'Ilagay ang kasapi sa listahan ng naghihintay',
    withdraw: 'Alisin ang kasapi sa listahan ng naghihintay',
    moveUp: 'Unahin ang kasapi sa listahan ng naghihintay',
    accept: 'Kunin ang alok mula sa listahan ng naghihintay',
    decline: 'Tanggihan ang alok mula sa listahan ng naghihintay',
    offer: 'Ituloy ang listahan ng naghihintay',
  },
})

export const waitingStatusWords = wordsFor<WaitingStatus>('waiting-statuses', {
  en: { waiting: 'Waiting', booked: 'Booked', withdrawn: 'Taken off the list', over: 'Days passed' },
  fil: { waiting: 'Naghihintay', booked: 'Nai-book na', withdrawn: 'Inalis sa listahan', over: 'Lumipas na' },
})

/** The same within a sentence. */
export const waitingIs: { readonly [L in Language]: { readonly [S in WaitingStatus]: string } } = {
  en: { waiting: 'waiting', booked: 'booked', withdrawn: 'off the list', over: 'past its days' },
  fil: {
    waiting: 'naghihintay',
    booked: 'nai-book na',
    withdrawn: 'wala na sa listahan',
    over: 'lumipas na',
  },
}

export const waitingFields = wordsFor<FieldsOf<WaitingInHistory>>('waiting-fields', {
  en: {
    what: 'Wants',
    fromDay: 'From',
    toDay: 'To',
    length: 'How long',
    units: 'Units',
    status: 'Status',
    reason: 'Reason',
    movedBefore: 'Moved up before',
    offered: 'Offered',
    offerEnded: 'Offer',
  },
  fil: {
    what: 'Gusto',
    fromDay: 'Mula',
    toDay: 'Hanggang',
    length: 'Gaano katagal',
    units: 'Dami',
    status: 'Katayuan',
    reason: 'Dahilan',
    movedBefore: 'Inuna kay',
    offered: 'Inalok',
    offerEnded: 'Alok',
  },
})

const ENDED: { readonly [L in Language]: Readonly<Record<string, string>> } = {
  en: { taken: 'taken', declined: 'declined', lapsed: 'not taken in time', withdrawn: 'withdrawn' },
  fil: { taken: 'kinuha', declined: 'tinanggihan', lapsed: 'hindi kinuha sa oras', withdrawn: 'binawi' },
}

/** "3 days", "2 hours". */
export function lengthInWords(length: { days: number } | { minutes: number }, format: Format): string {
  return format.duration('days' in length ? length.days * 86_400_000 : length.minutes * 60_000)
}

export const waitingValues: ValuesOf<WaitingInHistory> = {
  what: text,
  fromDay: (day, format) => format.day(day),
  toDay: (day, format) => format.day(day),
  length: lengthInWords,
  units: number,
  status: (status, format) => sayIn(format.language, waitingStatusWords, status),
  reason: text,
  movedBefore: text,
  offered: text,
  offerEnded: (how, { language }) => ENDED[language][how] ?? how,
}
