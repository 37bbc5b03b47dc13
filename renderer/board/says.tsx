import { IconCircleCheck, IconHourglass, IconX } from '@tabler/icons-react'
import { boardWords } from '../words/board/screen.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import type { BoardRow } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { type ByHand, type Gesture, machineOf, spotOf } from './gesture.ts'
import type { Said } from './use-said.ts'

type SaysProps = {
  gesture: Gesture | null
  by: ByHand | null
  said: Said | null
  rows: readonly BoardRow[]
  columns: Columns
}

const ICONS = { free: IconCircleCheck, again: IconHourglass, no: IconX, same: null, asking: null }

/** Says what a drop would come to before it is dropped, also to those who do not see the board. */
export function Says({ gesture, by, said, rows, columns }: SaysProps) {
  const say = useWords(boardWords)
  const format = useFormat()
  const Icon = said && ICONS[said.as]
  const spot = gesture && spotOf(gesture, columns, format.calendar)

  function sentence(): string {
    if (!said) return ''
    if (said.as === 'no') return refusalSentence(said.refusal, format)
    return say(said.as)
  }
  return (
    <div className="araro-board-says" role="status" aria-busy={said?.as === 'asking'} data-said={said?.as}>
      {gesture && spot ? (
        <>
          {Icon ? <Icon size={16} aria-hidden /> : null}
          <strong>
            {nameOf(rows, machineOf(gesture))}, {format.period(spot.period)}:
          </strong>{' '}
          <span>{sentence()}</span>{' '}
          {by === 'keys' ? (
            <span className="araro-board-hint">{say(gesture.kind === 'carry' ? 'dropIt' : 'bookIt')}</span>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function nameOf(rows: readonly BoardRow[], machineId: string): string {
  const row = rows.find(one => one.kind === 'machine' && one.machine.id === machineId)
  return row?.kind === 'machine' ? row.machine.name : ''
}
