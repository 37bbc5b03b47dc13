import type { SessionState } from '#booking/sessions/state'
import type { Look } from '../parts/status/looks.ts'
import { StatusBadge } from '../parts/status/status-badge.tsx'
import { sessionStateWords } from '../words/sessions/states.ts'
import { useWords } from '../words/words.ts'

export const LOOK_OF_STATE: { readonly [S in SessionState]: Look } = {
  open: 'session',
  full: 'pending',
  'under-way': 'in-use',
  past: 'completed',
  cancelled: 'ended',
}

export function SessionBadge({ state }: { state: SessionState }) {
  const named = useWords(sessionStateWords)
  return <StatusBadge look={LOOK_OF_STATE[state]}>{named(state)}</StatusBadge>
}
