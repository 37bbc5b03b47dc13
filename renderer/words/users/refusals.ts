import type { UserRefusal } from '#booking/users/refusals'
import { rolesThatMay } from '#booking/users/roles'
import type { SentencesFor } from '../sentences.ts'
import { somebodyAs } from './roles.ts'

export const userRefusals: SentencesFor<UserRefusal> = {
  en: {
    'wrong-sign-in': () => 'The name or the password is not right. Try again.',
    'locked-out': ({ forMs }, f) =>
      `Too many wrong passwords. Try again in ${f.duration(forMs)}, or ask an administrator for a new password.`,
    'weak-password': ({ minLength }) => `The password must have at least ${minLength} characters.`,
    'last-administrator': () => 'This is the last administrator. Make somebody else an administrator first.',
    'organization-needed': () => 'An organizer is of an organization. Enter its name and its address.',
    'own-account': () => 'You cannot do this to your own account. Ask another administrator.',
    'rights-needed': ({ permission }) =>
      `Only ${somebodyAs.en[rolesThatMay(permission)[0]!]} can do this. Ask one.`,
  },
  fil: {
    'wrong-sign-in': () => 'Mali ang pangalan o ang password. Subukan ulit.',
    'locked-out': ({ forMs }, f) =>
      `Maraming beses nang nagkamali ng password. Subukan ulit pagkalipas ng ${f.duration(forMs)}, o humingi ng bagong password sa administrador.`,
    'weak-password': ({ minLength }) => `Dapat hindi bababa sa ${minLength} titik ang password.`,
    'last-administrator': () => 'Siya na lang ang administrador. Gumawa muna ng isa pa.',
    'organization-needed': () =>
      'May organisasyon ang tagapag-organisa. Ilagay ang pangalan at ang address nito.',
    'own-account': () => 'Hindi mo ito magagawa sa sarili mong account. Magpatulong sa ibang administrador.',
    'rights-needed': ({ permission }) =>
      `Ang ${somebodyAs.fil[rolesThatMay(permission)[0]!]} lang ang puwedeng gumawa nito. Magpatulong sa kanya.`,
  },
}
