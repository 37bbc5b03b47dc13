import { AskBeforeMove } from '../calendar/ask-before-move.tsx'
import { NotMovedPanel } from '../calendar/not-moved-panel.tsx'
import type { useMoving } from '../calendar/use-moving.ts'
import type { BoardRow } from './board-rows.ts'

type OutcomeProps = {
  moving: ReturnType<typeof useMoving>
  rows: readonly BoardRow[]
  /** Which days are shown, in short. */
  shown: string
}

/** What a drop comes to, if it is not done at once: a question before an approval is lost, or why it was refused. */
export function Outcome({ moving, rows, shown }: OutcomeProps) {
  const { asking, notMoved } = moving
  const nameOf = (machineId: string) => {
    const row = rows.find(one => one.kind === 'machine' && one.machine.id === machineId)
    return row?.kind === 'machine' ? row.machine.name : ''
  }
  function machines(from: string, to: string): string {
    return from === to ? nameOf(from) : `${nameOf(from)} → ${nameOf(to)}`
  }
  return (
    <>
      {asking ? (
        <AskBeforeMove
          asking={asking}
          machine={machines(asking.event.machineId, asking.place.machineId)}
          busy={moving.busy}
          onYes={moving.onYes}
          onNo={moving.onNo}
        />
      ) : null}
      {notMoved ? <NotMovedPanel notMoved={notMoved} shown={shown} onDismiss={moving.dismiss} /> : null}
    </>
  )
}
