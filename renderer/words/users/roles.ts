import type { Role } from '#booking/users/roles'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

export const roleWords = wordsFor<Role>('roles', {
  en: { clerk: 'Clerk', manager: 'Manager', admin: 'Administrator', organizer: 'Organizer' },
  fil: { clerk: 'Klerk', manager: 'Tagapamahala', admin: 'Administrador', organizer: 'Tagapag-organisa' },
})

/** A user with the role, inside a sentence: "Ask a manager". */
export const somebodyAs: { readonly [L in Language]: { readonly [R in Role]: string } } = {
  en: { clerk: 'a clerk', manager: 'a manager', admin: 'an administrator', organizer: 'an organizer' },
  fil: { clerk: 'klerk', manager: 'tagapamahala', admin: 'administrador', organizer: 'tagapag-organisa' },
}
