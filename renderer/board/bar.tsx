import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import type { MachineRow } from '#calls/machines'
import { periodOfEvent } from '../calendar/calendar-events.ts'
import { initials, Mark } from '../calendar/event-content.tsx'
import { kindOf } from '../calendar/event-kinds.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { laneAt } from './board-rows.ts'
import { at } from './headings.tsx'
import { Part } from './part.tsx'
import type { Bar } from './row-layout.ts'
import type { Speech } from './use-speech.ts'
import { keyOfItem } from './walk.ts'

type BarProps = {
  bar: Bar
  machine: MachineRow
  columnWidth: number
  focused: boolean
  carried: boolean
  speech: Speech
}

/** The width, in pixels, below which there is only room for initials. */
const LEAST_FOR_NAME = 56

/** A booking, a form that is being filled or maintenance, along the time that it takes. */
export const BarOnBoard = memo(function BarOnBoard(props: BarProps) {
  const { bar, machine, columnWidth, focused, carried } = props
  const { format, say } = props.speech
  const { event, start, end, before, after, dueAt } = bar
  const kind = kindOf(event)
  const title = kind.title(event, format.language)
  const counted = kind.counted && event.units > 1 ? format.number(event.units) : ''
  const units = counted && `${counted} ${countedUnit(machine.unitName, event.units, format.language)}`
  const when = format.period(periodOfEvent(event))
  const hit = event.hit ? say('hitShort') : ''
  const said = [title, units, kind.status(event, format.language), hit, when].filter(Boolean).join(' · ')
  const span = end - start
  const column = Math.floor(start)
  const { top, height } = laneAt(bar.lane)
  return (
    <Part
      as="gridcell"
      className={`araro-board-bar look-${kind.look(event)}`}
      aria-colindex={column + 2}
      aria-colspan={Math.max(1, Math.ceil(end) - column)}
      title={said}
      data-stop={focused ? '' : undefined}
      tabIndex={focused ? 0 : -1}
      data-item={keyOfItem(bar)}
      data-before={before || undefined}
      data-after={after || undefined}
      data-hit={event.hit}
      data-movable={kind.movable(event) || undefined}
      data-carried={carried || undefined}
      style={{ insetInlineStart: at(start), width: `calc(${span} * var(--araro-column))`, top, height }}
    >
      {dueAt === null ? null : <Late bar={bar} />}
      <span className="araro-board-unseen">{said}</span>
      <span className="araro-board-said" aria-hidden>
        <Mark event={event} className="araro-board-mark" />
        {event.hit ? <IconAlertTriangle className="araro-board-hit" size={13} stroke={2.5} /> : null}
        {span * columnWidth < LEAST_FOR_NAME ? (
          <span className="araro-board-initials">
            {event.kind === 'booking' ? initials(event.title) : ''}
          </span>
        ) : (
          <span className="araro-board-title">{title}</span>
        )}
        {counted ? <span className="araro-board-units">× {counted}</span> : null}
      </span>
    </Part>
  )
})

/** The part of the bar beyond the time that was promised. */
function Late({ bar }: { bar: Bar }) {
  const part = (bar.end - Math.max(bar.start, bar.dueAt ?? bar.end)) / (bar.end - bar.start)
  return <span className="araro-board-late" aria-hidden style={{ width: `${100 * part}%` }} />
}
