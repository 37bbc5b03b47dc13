import type { ReadyMadeKey } from '#booking/machines/ready-made-types'
import { wordsFor } from '../words.ts'

/** The names under which ready-made types are added. */
export const readyMadeWords = wordsFor<ReadyMadeKey>('ready-made-types', {
  en: {
    'four-wheel-tractor': 'Four-wheel tractor',
    'hand-tractor': 'Hand tractor',
    rotavator: 'Rotavator',
    transplanter: 'Rice transplanter',
    harvester: 'Combine harvester',
    thresher: 'Thresher',
    dryer: 'Flatbed dryer',
    mill: 'Rice mill',
  },
  fil: {
    'four-wheel-tractor': 'Four-wheel tractor',
    'hand-tractor': 'Hand tractor (kuliglig)',
    rotavator: 'Rotavator',
    transplanter: 'Transplanter ng palay',
    harvester: 'Combine harvester',
    thresher: 'Thresher',
    dryer: 'Flatbed dryer',
    mill: 'Rice mill (kiskisan)',
  },
})
