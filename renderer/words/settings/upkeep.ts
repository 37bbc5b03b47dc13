import type { UpkeepInHistory } from '#calls/settings'
import { type CommandsOf, number, type ValuesOf } from '../sayings.ts'
import { wordsFor } from '../words.ts'

// What Araro does by itself, by the clock.

export const upkeepDone = wordsFor<CommandsOf<'upkeep'>>('upkeep-done', {
  en: { run: 'Went through what is due' },
  fil: { run: 'Tiningnan ang mga dapat gawin sa oras' },
})

export const upkeepTried = wordsFor<CommandsOf<'upkeep'>>('upkeep-tried', {
  en: { run: 'Go through what is due' },
  fil: { run: 'Tingnan ang mga dapat gawin sa oras' },
})

export const upkeepFieldsEn: { readonly [F in keyof UpkeepInHistory]-?: string } = {
  holdsLapsed: 'Holds ended',
  offersEnded: 'Offers ended',
  offersMade: 'Offers made',
  wishesOver: 'Off the waiting list, days passed',
  keptShut: 'Open-ended blocks kept on',
  late: 'Newly overdue',
  reminders: 'Reminders',
}

export const upkeepFieldsFil: { readonly [F in keyof UpkeepInHistory]-?: string } = {
  holdsLapsed: 'Natapos na reserba',
  offersEnded: 'Natapos na alok',
  offersMade: 'Bagong alok',
  wishesOver: 'Wala na sa listahan, lumipas ang mga araw',
  keptShut: 'Itinuloy na pagsasara ng oras',
  late: 'Bagong lampas sa takda',
  reminders: 'Mga paalala',
}

export const upkeepValues: ValuesOf<UpkeepInHistory> = {
  holdsLapsed: number,
  offersEnded: number,
  offersMade: number,
  wishesOver: number,
  keptShut: number,
  late: number,
  reminders: number,
}
