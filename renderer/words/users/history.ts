import type { UserInHistory } from '#calls/users'
import { historyWords } from '../history/screen.ts'
import { type CommandsOf, type FieldsOf, text, type ValuesOf, yesOrNo } from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { roleWords } from './roles.ts'

export const authDone = wordsFor<CommandsOf<'auth'>>('auth-done', {
  en: { changePassword: 'Changed their own password' },
  fil: { changePassword: 'Nagpalit ng sariling password' },
})

export const authTried = wordsFor<CommandsOf<'auth'>>('auth-tried', {
  en: { changePassword: 'Change their own password' },
  fil: { changePassword: 'Palitan ang sariling password' },
})

/** `enable`: `users.disable` enabled the account again. */
export const usersDone = wordsFor<CommandsOf<'users'> | 'enable'>('users-done', {
  en: {
    add: 'Added a user',
    change: 'Changed a user',
    disable: 'Disabled a user',
    enable: 'Enabled a user',
    resetPassword: 'Reset a password on the office computer',
  },
  fil: {
    add: 'Nagdagdag ng user',
    change: 'Nagbago ng user',
    disable: 'Nag-disable ng account',
    enable: 'Nag-enable ng account',
    resetPassword: 'Nag-reset ng password sa kompyuter ng opisina',
  },
})

export const usersTried = wordsFor<CommandsOf<'users'>>('users-tried', {
  en: {
    add: 'Add a user',
    change: 'Change a user',
    disable: 'Disable or enable a user',
    resetPassword: 'Reset a password on the office computer',
  },
  fil: {
    add: 'Magdagdag ng user',
    change: 'Baguhin ang user',
    disable: 'I-disable o i-enable ang account',
    resetPassword: 'I-reset ang password sa kompyuter ng opisina',
  },
})

export const userFields = wordsFor<FieldsOf<UserInHistory>>('user-fields', {
  en: {
    name: 'Name',
    role: 'Role',
    disabled: 'Disabled',
    organization: 'Organization',
    businessAddress: 'Business address',
    password: 'Password',
  },
  fil: {
    name: 'Pangalan',
    role: 'Tungkulin',
    disabled: 'Naka-disable',
    organization: 'Organisasyon',
    businessAddress: 'Address ng negosyo',
    password: 'Password',
  },
})

export const userValues: ValuesOf<UserInHistory> = {
  name: text,
  role: (role, format) => sayIn(format.language, roleWords, role),
  disabled: yesOrNo,
  organization: text,
  businessAddress: text,
  password: (_, format) => sayIn(format.language, historyWords, 'changed'),
}
