import type { BatchOrder, BatchState, BatchStatus, ShareStatus } from '#booking/batches/state'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

export const batchStateWords = wordsFor<BatchState>('batch-states', {
  en: {
    planned: 'Planned',
    'under-way': 'Under way',
    'past-end': 'Past its end',
    done: 'Done',
    cancelled: 'Cancelled',
  },
  fil: {
    planned: 'Nakaplano',
    'under-way': 'Nakasalang',
    'past-end': 'Lampas na sa oras',
    done: 'Tapos na',
    cancelled: 'Kinansela',
  },
})

export const batchStatusWords = wordsFor<BatchStatus>('batch-statuses', {
  en: { open: 'Open', done: 'Done', cancelled: 'Cancelled' },
  fil: { open: 'Bukas pa', done: 'Tapos na', cancelled: 'Kinansela' },
})

export const shareStatusWords = wordsFor<ShareStatus>('share-statuses', {
  en: { active: 'In the batch', cancelled: 'Taken out' },
  fil: { active: 'Kasama sa salang', cancelled: 'Inalis' },
})

export const batchOrderWords = wordsFor<BatchOrder>('batch-orders', {
  en: { arrival: 'As the sacks arrive', ripeness: 'The ripest first' },
  fil: { arrival: 'Ayon sa pagdating ng mga sako', ripeness: 'Una ang pinakahinog' },
})

/** The same within a sentence. */
export const batchIs: { readonly [L in Language]: { readonly [S in BatchStatus]: string } } = {
  en: { open: 'open', done: 'done', cancelled: 'cancelled' },
  fil: { open: 'bukas pa', done: 'tapos na', cancelled: 'kinansela' },
}
export const shareIs: { readonly [L in Language]: { readonly [S in ShareStatus]: string } } = {
  en: { active: 'in the batch', cancelled: 'taken out' },
  fil: { active: 'kasama sa salang', cancelled: 'inalis' },
}
