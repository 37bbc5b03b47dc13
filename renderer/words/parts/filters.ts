import { words } from '../words.ts'

/** Words of the bar that narrows a list. */
export const filterWords = words('filters', {
  en: { more: 'Filters', clear: 'Clear the filters' },
  fil: { more: 'Mga salaan', clear: 'Alisin ang mga salaan' },
})
