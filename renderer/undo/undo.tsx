import { useOpenUndo } from '../undo-open.ts'
import { LastSteps } from './last-steps.tsx'
import { UndoLast } from './undo-last.tsx'

/** The question about the last step, or the list of the last steps, over whatever screen is shown. */
export function Undo() {
  const open = useOpenUndo(state => state.open)
  if (open === 'last') return <UndoLast />
  return open === 'list' ? <LastSteps /> : null
}
