import { words } from '../words.ts'

export const signInWords = words('sign-in', {
  en: {
    title: 'Sign in',
    name: 'Name',
    password: 'Password',
    signIn: 'Sign in',
    nameMissing: 'Type your name.',
    passwordMissing: 'Type your password.',
    ended: 'Your sign-in has ended. Sign in again to continue where you were. What you typed was kept.',
    sampleChoose: 'Try the sample as:',
    sampleAs: '{{role}}: {{name}}',
  },
  fil: {
    title: 'Mag-sign in',
    name: 'Pangalan',
    password: 'Password',
    signIn: 'Mag-sign in',
    nameMissing: 'I-type ang pangalan mo.',
    passwordMissing: 'I-type ang password mo.',
    ended: 'Natapos ang pag-sign in mo. Mag-sign in ulit para magpatuloy; naitabi ang isinulat mo.',
    sampleChoose: 'Subukan ang halimbawa bilang:',
    sampleAs: '{{role}}: {{name}}',
  },
})
