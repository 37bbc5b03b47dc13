import { Confirm } from '../parts/dialogs/confirm.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { periodOfEvent } from './calendar-events.ts'
import type { Asking } from './use-moving.ts'

type AskBeforeMoveProps = {
  asking: Asking
  /** The name of the machine; of both, if the booking goes to another. */
  machine: string
  busy: boolean
  onYes: () => void
  onNo: () => void
}

/** Asks before a dragged booking loses its approval. */
export function AskBeforeMove({ asking, machine, busy, onYes, onNo }: AskBeforeMoveProps) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const { event, place } = asking
  return (
    <Confirm
      title={say('moveTitle', { name: event.title })}
      explain={say('moveExplain')}
      confirmLabel={say('move')}
      busy={busy}
      onConfirm={onYes}
      onClose={onNo}
    >
      <Facts>
        <Fact label={say('moveMachine')}>{machine}</Fact>
        <Fact label={say('moveFrom')}>{format.period(periodOfEvent(event))}</Fact>
        <Fact label={say('moveTo')}>{format.period(place.period)}</Fact>
      </Facts>
    </Confirm>
  )
}
