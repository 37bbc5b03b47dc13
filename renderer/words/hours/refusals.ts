import type { HoursRefusal } from '#booking/hours/refusals'
import type { SentencesFor } from '../sentences.ts'

export const hoursRefusals: SentencesFor<HoursRefusal> = {
  en: {
    'never-open': () => 'With these hours the office would never be open. Choose at least one day.',
  },
  fil: {
    'never-open': () => 'Sa ganitong oras, hindi kailanman bukas ang opisina. Pumili ng kahit isang araw.',
  },
}
