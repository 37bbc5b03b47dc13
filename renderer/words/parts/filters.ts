import { words } from '../words.ts'

export const filterWords = words('filters', {
  en: { more: 'Filters', clear: 'Clear the filters' },
  fil: { more: 'Mga filter', clear: 'Alisin ang mga filter' },
})
