import type { CommandsOf } from '../sayings.ts'
import { wordsFor } from '../words.ts'

export const undoDone = wordsFor<CommandsOf<'undo'>>('undo-done', {
  en: { last: 'Undid a step' },
  fil: { last: 'Binawi ang ginawa' },
})

export const undoTried = wordsFor<CommandsOf<'undo'>>('undo-tried', {
  en: { last: 'Undo a step' },
  fil: { last: 'Bawiin ang ginawa' },
})
