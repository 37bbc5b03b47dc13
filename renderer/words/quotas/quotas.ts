import type { QuotaCounts, QuotaPeriod } from '#booking/quotas/kinds'
import { PARTS } from '#booking/quotas/quotas'
import type { QuotaRefusal } from '#booking/quotas/refusals'
import type { QuotaInHistory } from '#calls/quotas'
import type { Format } from '../format.ts'
import type { Language } from '../language.ts'
import { type CommandsOf, type FieldsOf, number, text, type ValuesOf, yesOrNo } from '../sayings.ts'
import type { SentencesFor } from '../sentences.ts'
import { sayIn, words, wordsFor } from '../words.ts'

export const quotasDone = wordsFor<CommandsOf<'quotas'>>('quotas-done', {
  en: { set: 'Set a quota', remove: 'Removed a quota' },
  fil: { set: 'Nagtakda ng hangganan', remove: 'Nag-alis ng hangganan' },
})

export const quotasTried = wordsFor<CommandsOf<'quotas'>>('quotas-tried', {
  en: { set: 'Set a quota', remove: 'Remove a quota' },
  fil: { set: 'Magtakda ng hangganan', remove: 'Alisin ang hangganan' },
})

export const quotaCountWords = wordsFor<QuotaCounts>('quota-counts', {
  en: { bookings: 'Bookings', hours: 'Hours', hectares: 'Hectares' },
  fil: { bookings: 'Booking', hours: 'Oras', hectares: 'Ektarya' },
})

export const quotaPeriodWords = wordsFor<QuotaPeriod>('quota-periods', {
  en: { week: 'Week', month: 'Month', season: 'Season' },
  fil: { week: 'Linggo', month: 'Buwan', season: 'Panahon' },
})

/** Inside a sentence: "a month". */
const A_PERIOD: { readonly [L in Language]: { readonly [P in QuotaPeriod]: string } } = {
  en: { week: 'a week', month: 'a month', season: 'a season' },
  fil: { week: 'sa isang linggo', month: 'sa isang buwan', season: 'sa isang panahon' },
}
const COUNTED: { readonly [L in Language]: { readonly [C in QuotaCounts]: readonly [string, string] } } = {
  en: { bookings: ['booking', 'bookings'], hours: ['hour', 'hours'], hectares: ['hectare', 'hectares'] },
  fil: { bookings: ['booking', 'booking'], hours: ['oras', 'oras'], hectares: ['ektarya', 'ektarya'] },
}

/** "3 bookings", "1.5 hectares" */
function countedInWords(amount: number, counts: QuotaCounts, format: Format): string {
  const [one, several] = COUNTED[format.language][counts]
  const rounded = Math.round(amount * PARTS.hectares) / PARTS.hectares
  return `${format.number(rounded)} ${rounded === 1 ? one : several}`
}

/** "3 bookings a month" */
export function quotaInWords(
  { counts, limit, per }: { counts: QuotaCounts; limit: number; per: QuotaPeriod },
  format: Format,
): string {
  return `${countedInWords(limit, counts, format)} ${A_PERIOD[format.language][per]}`
}

export const quotaFields = wordsFor<FieldsOf<QuotaInHistory>>('quota-fields', {
  en: {
    counts: 'Counts',
    limit: 'At most',
    per: 'In each',
    fromDay: 'Season from',
    toDay: 'Season until',
    removed: 'Removed',
  },
  fil: {
    counts: 'Binibilang',
    limit: 'Hanggang',
    per: 'Bawat',
    fromDay: 'Panahon mula',
    toDay: 'Panahon hanggang',
    removed: 'Inalis',
  },
})

export const quotaValues: ValuesOf<QuotaInHistory> = {
  counts: (counts, format) => sayIn(format.language, quotaCountWords, counts),
  limit: number,
  per: (per, format) => sayIn(format.language, quotaPeriodWords, per),
  fromDay: text,
  toDay: text,
  removed: yesOrNo,
}

export const quotaWords = words('quotas', {
  en: {
    ...quotaFields.en,
    title: 'How much each member may book',
    explain:
      'Bookings that were rejected or cancelled do not count. A whole day counts 8 hours. Hectares are those measured after the work, before that those of the field that the booking names.',
    none: 'No limits: each member may book as much as is free.',
    ofMember: 'What may still be booked',
    anyType: 'Any machine',
    type: 'Machines of the type',
    add: 'Add a limit',
    save: 'Save limit',
    saved: 'The limit is saved.',
    dayNeeded: 'Enter the first and the last day of the season.',
    endsFirst: 'The season must end after it begins.',
    wholeNeeded: 'Enter whole bookings.',
    remove: 'Remove',
    removeNamed: 'Remove the limit {{limit}}, {{type}}',
    removedDone: 'The limit is removed.',
    leftIs: '{{left}} of {{limit}} left until {{day}}',
    season: '{{from}} to {{to}}',
    anyway: 'Book anyway',
    why: 'Why is it booked anyway?',
    whyNeeded: 'Say why it is booked anyway.',
  },
  fil: {
    ...quotaFields.fil,
    title: 'Gaano karami ang puwedeng i-book ng bawat kasapi',
    explain:
      'Hindi binibilang ang mga booking na tinanggihan o kinansela. Ang buong araw ay 8 oras. Ang ektarya ay ang nasukat pagkatapos ng trabaho, at bago iyon ay ang sa bukid na nasa booking.',
    none: 'Walang hangganan: puwedeng i-book ng kasapi ang anumang bakante.',
    ofMember: 'Puwede pang i-book',
    anyType: 'Anumang makina',
    type: 'Mga makina ng uring',
    add: 'Magdagdag ng hangganan',
    save: 'I-save ang hangganan',
    saved: 'Na-save na ang hangganan.',
    dayNeeded: 'Ilagay ang unang araw at huling araw ng panahon.',
    endsFirst: 'Dapat matapos ang panahon pagkatapos nitong magsimula.',
    wholeNeeded: 'Maglagay ng buong bilang ng booking.',
    remove: 'Alisin',
    removeNamed: 'Alisin ang hangganang {{limit}}, {{type}}',
    removedDone: 'Naalis na ang hangganan.',
    leftIs: '{{left}} pa sa {{limit}} hanggang {{day}}',
    season: '{{from}} hanggang {{to}}',
    anyway: 'I-book pa rin',
    why: 'Bakit ibo-book pa rin?',
    whyNeeded: 'Isulat kung bakit ibo-book pa rin.',
  },
})

export const quotaRefusals: SentencesFor<QuotaRefusal> = {
  en: {
    'quota-reached': ({ memberName, type, counts, used, left, limit, per, until }, f) =>
      `${memberName} has booked ${countedInWords(used, counts, f)} of ${quotaInWords({ counts, limit, per }, f)}${type ? ` (${type})` : ''}: ${left > 0 ? `only ${countedInWords(left, counts, f)}` : 'nothing more'} until ${f.day(until)}. Choose a later time or less, or ask a manager, who can book it anyway and say why.`,
    'last-job-open': ({ memberName, number: bookingNumber, machineName, returnedMs }, f) =>
      `The work of ${memberName}’s last booking is not measured yet: no. ${bookingNumber}, ${machineName}, back ${f.instant(returnedMs)}. Open it, choose Correct the return and enter the work done, or ask a manager, who can book anyway and say why.`,
  },
  fil: {
    'quota-reached': ({ memberName, type, counts, used, left, limit, per, until }, f) =>
      `Naka-book na si ${memberName} ng ${countedInWords(used, counts, f)} sa ${quotaInWords({ counts, limit, per }, f)}${type ? ` (${type})` : ''}: ${left > 0 ? `${countedInWords(left, counts, f)} na lang` : 'wala nang natitira'} hanggang ${f.day(until)}. Pumili ng mas huling oras o mas kaunti, o lumapit sa manager, na puwedeng mag-book pa rin at magsabi kung bakit.`,
    'last-job-open': ({ memberName, number: bookingNumber, machineName, returnedMs }, f) =>
      `Hindi pa nasusukat ang trabaho ng huling booking ni ${memberName}: blg. ${bookingNumber}, ${machineName}, ibinalik ${f.instant(returnedMs)}. Buksan ito, piliin ang pagtatama ng pagbabalik at ilagay ang nagawa, o lumapit sa manager, na puwedeng mag-book pa rin at magsabi kung bakit.`,
  },
}
