import type { BatchState } from '#booking/batches/state'
import type { Look } from '../parts/status/looks.ts'
import { StatusBadge } from '../parts/status/status-badge.tsx'
import { batchStateWords } from '../words/batches/states.ts'
import { useWords } from '../words/words.ts'

const LOOK_OF_STATE: { readonly [S in BatchState]: Look } = {
  planned: 'batch',
  'under-way': 'in-use',
  'past-end': 'overdue',
  done: 'completed',
  cancelled: 'ended',
}

export function BatchBadge({ state }: { state: BatchState }) {
  const named = useWords(batchStateWords)
  return <StatusBadge look={LOOK_OF_STATE[state]}>{named(state)}</StatusBadge>
}
