import type { CommonRefusal, MoveNotAllowed, Standings, Thing } from '#booking/refusal'
import { batchIs, shareIs } from '../batches/states.ts'
import { bookingIs } from '../bookings/statuses.ts'
import { recordNames } from '../by-trade.ts'
import type { Language } from '../language.ts'
import { maintenanceIs } from '../maintenance/kinds.ts'
import { memberIs } from '../members/standing.ts'
import type { SentencesFor } from '../sentences.ts'
import { enrolmentIs, sessionIs } from '../sessions/states.ts'
import { waitingIs } from '../waiting/history.ts'
import { sayIn } from '../words.ts'

/** The kind of record inside a sentence: "This machine type no longer exists." */
function thing(what: Thing, language: Language): string {
  return what === 'form' ? what : sayIn(language, recordNames, what).toLowerCase()
}

/** The statuses of each kind of record, inside a sentence. */
const IS: {
  readonly [W in keyof Standings]: { readonly [L in Language]: Readonly<Record<string, string>> }
} = {
  booking: bookingIs,
  maintenance: maintenanceIs,
  member: memberIs,
  session: sessionIs,
  enrolment: enrolmentIs,
  batch: batchIs,
  share: shareIs,
  waiting: waitingIs,
}

/** The status now and the requested one, in words. */
function standings({ what, from, to }: MoveNotAllowed, language: Language): { from: string; to: string } {
  const is = IS[what]?.[language]
  return { from: is?.[from] ?? from, to: is?.[to] ?? to }
}

export const commonRefusals: SentencesFor<CommonRefusal> = {
  en: {
    'changed-meanwhile': ({ byName, atMs }, f) =>
      `${byName ?? 'Somebody'} changed this on ${f.instant(atMs)}, after you opened it. Check how it is now and decide again.`,
    'move-not-allowed'(refusal) {
      const { from, to } = standings(refusal, 'en')
      return from === to ? `It is already ${from}.` : `It is ${from} and cannot become ${to}.`
    },
    'not-found': ({ what }) => `This ${thing(what, 'en')} no longer exists. Close it and search again.`,
    'name-taken': ({ name, what }) =>
      what
        ? `A ${thing(what, 'en')} named “${name}” exists already. Choose another name.`
        : `“${name}” is already in use. Choose another name.`,
    'command-reused': () => 'This was already sent with different content. Press the button again.',
    busy: () => 'Araro is busy. Nothing was changed; try again in a moment.',
    'guard-refused': () =>
      'The file with the records refused this, to protect what is already booked. Nothing was saved. Check the booking again, and tell the person who looks after Araro.',
    unreadable: () => 'Why it was refused cannot be read: this line was not written by Araro.',
  },
  fil: {
    'changed-meanwhile': ({ byName, atMs }, f) =>
      `Binago ito ni ${byName ?? 'iba'} noong ${f.instant(atMs)}, pagkatapos mo itong buksan. Tingnan ang bagong laman at magpasya ulit.`,
    'move-not-allowed'(refusal) {
      const { from, to } = standings(refusal, 'fil')
      return from === to
        ? `Ganoon na ito ngayon: ${from}.`
        : `Ngayon ay ${from}; hindi na puwedeng maging ${to}.`
    },
    'not-found': ({ what }) => `Wala na ang ${thing(what, 'fil')} na ito. Isara at hanapin ulit.`,
    'name-taken': ({ name, what }) =>
      what
        ? `May ${thing(what, 'fil')} nang “${name}” ang pangalan. Pumili ng ibang pangalan.`
        : `Gamit na ang “${name}”. Pumili ng ibang pangalan.`,
    'command-reused': () => 'Naipadala na ito na iba ang laman. Pindutin ulit ang buton.',
    busy: () => 'Abala pa ang Araro. Walang nabago; subukan ulit maya-maya.',
    'guard-refused': () =>
      'Ang mismong file ng mga talaan ang tumanggi, para maprotektahan ang mga naka-book na. Walang na-save. Tingnan ulit ang booking, at sabihin sa nangangalaga ng Araro.',
    unreadable: () => 'Hindi mabasa kung bakit hindi natuloy: hindi Araro ang sumulat ng linyang ito.',
  },
}
