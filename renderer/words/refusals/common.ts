import type { RecordEntity } from '#booking/entities'
import type { CommonRefusal, MoveNotAllowed, Standings, Thing } from '#booking/refusal'
import { bookingIs } from '../bookings/statuses.ts'
import { recordNames } from '../history/by-trade.ts'
import type { Language } from '../language.ts'
import { maintenanceIs } from '../maintenance/kinds.ts'
import { memberIs } from '../members/standing.ts'
import { sayIn } from '../words.ts'
import type { SentencesFor } from './sentences.ts'

/** As in the middle of a sentence: "This machine type no longer exists." */
function thing(what: Thing, language: Language): string {
  if (what === 'form') return what
  return sayIn(language, recordNames, what.replace(' ', '-') as RecordEntity).toLowerCase()
}

/** How a record can stand, each kind in its own trade's words. */
const IS: {
  readonly [W in keyof Standings]: { readonly [L in Language]: Readonly<Record<string, string>> }
} = {
  booking: bookingIs,
  maintenance: maintenanceIs,
  member: memberIs,
}

/** What it is now and what it was to become. */
function standings({ what, from, to }: MoveNotAllowed, language: Language): { from: string; to: string } {
  const is = IS[what]?.[language]
  return { from: is?.[from] ?? from, to: is?.[to] ?? to }
}

export const commonRefusals: SentencesFor<CommonRefusal> = {
  en: {
    'changed-meanwhile': ({ byName, atMs }, f) =>
      `${byName ?? 'Somebody'} changed this on ${f.instant(atMs)}, after you opened it. Look at it as it is now and decide again.`,
    'move-not-allowed'(refusal) {
      const { from, to } = standings(refusal, 'en')
      return from === to ? `It is ${from} already.` : `It is ${from} now; it cannot become ${to}.`
    },
    'not-found': ({ what }) => `This ${thing(what, 'en')} no longer exists. Close it and look again.`,
    'name-taken': ({ name }) => `"${name}" is in use already. Choose another name.`,
    'command-reused': () => 'This was already sent with other content. Press the button once more.',
    busy: () => 'The office is busy just now. Nothing was changed; try again in a moment.',
    'guard-refused': () =>
      'The office’s file itself refused this, to keep what was promised. Nothing was saved. Look at it again, and tell whoever looks after Araro.',
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
    'not-found': ({ what }) => `Wala na ang ${thing(what, 'fil')} na ito. Isara at tingnan ulit.`,
    'name-taken': ({ name }) => `Gamit na ang "${name}". Pumili ng ibang pangalan.`,
    'command-reused': () => 'Naipadala na ito na iba ang laman. Pindutin ulit ang buton.',
    busy: () => 'Abala pa ang opisina. Walang nabago; subukan ulit maya-maya.',
    'guard-refused': () =>
      'Ang mismong talaan ng opisina ang tumanggi, para matupad ang mga naipangako. Walang na-save. Tingnan ulit, at sabihin sa nangangalaga ng Araro.',
  },
}
