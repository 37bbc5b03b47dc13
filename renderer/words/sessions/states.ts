import type { EnrolmentStatus, OpenTo, SessionState, SessionStatus } from '#booking/sessions/state'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

export const sessionStateWords = wordsFor<SessionState>('session-states', {
  en: { open: 'Places left', full: 'Full', 'under-way': 'Under way', past: 'Past', cancelled: 'Cancelled' },
  fil: {
    open: 'May puwesto pa',
    full: 'Puno na',
    'under-way': 'Ginaganap na',
    past: 'Tapos na',
    cancelled: 'Kinansela',
  },
})

export const openToWords = wordsFor<OpenTo>('session-open-to', {
  en: { members: 'All members', verified: 'Verified members only', anybody: 'Anybody, also guests' },
  fil: {
    members: 'Lahat ng kasapi',
    verified: 'Mga beripikadong kasapi lang',
    anybody: 'Kahit sino, pati bisita',
  },
})

export const enrolmentStatusWords = wordsFor<EnrolmentStatus>('enrolment-statuses', {
  en: { active: 'Has a place', waiting: 'Waits for a place', cancelled: 'Gave it back' },
  fil: { active: 'May puwesto', waiting: 'Naghihintay ng puwesto', cancelled: 'Isinauli ang puwesto' },
})

export const sessionStatusWords = wordsFor<SessionStatus>('session-statuses', {
  en: { planned: 'Planned', cancelled: 'Cancelled' },
  fil: { planned: 'Nakaplano', cancelled: 'Kinansela' },
})

/** The same within a sentence. */
export const sessionIs: { readonly [L in Language]: { readonly [S in SessionStatus]: string } } = {
  en: { planned: 'planned', cancelled: 'cancelled' },
  fil: { planned: 'nakaplano', cancelled: 'kinansela' },
}
export const enrolmentIs: { readonly [L in Language]: { readonly [S in EnrolmentStatus]: string } } = {
  en: { active: 'enrolled', waiting: 'waiting for a place', cancelled: 'given back' },
  fil: { active: 'may puwesto', waiting: 'naghihintay ng puwesto', cancelled: 'isinauli' },
}
