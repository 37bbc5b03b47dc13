import type { CommandsOf } from '../sayings.ts'
import { wordsFor } from '../words.ts'

export const hoursDone = wordsFor<CommandsOf<'hours'>>('hours-done', {
  en: { set: 'Set the opening hours' },
  fil: { set: 'Nagtakda ng oras ng opisina' },
})

export const hoursTried = wordsFor<CommandsOf<'hours'>>('hours-tried', {
  en: { set: 'Set the opening hours' },
  fil: { set: 'Itakda ang oras ng opisina' },
})
