import type { CommandsOf } from '../sayings.ts'
import { wordsFor } from '../words.ts'

// What Araro does by itself, by the clock.

export const upkeepDone = wordsFor<CommandsOf<'upkeep'>>('upkeep-done', {
  en: { run: 'Looked after what is late or under repair' },
  fil: { run: 'Tiningnan ang lampas na sa takda o inaayos' },
})

export const upkeepTried = wordsFor<CommandsOf<'upkeep'>>('upkeep-tried', {
  en: { run: 'Look after what is late or under repair' },
  fil: { run: 'Tingnan ang lampas na sa takda o inaayos' },
})
