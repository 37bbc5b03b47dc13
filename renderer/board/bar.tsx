import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import type { MachineRow } from '#calls/machines'
import { periodOfEvent } from '../calendar/calendar-events.ts'
import { initials } from '../calendar/event-content.tsx'
import { kindOf } from '../calendar/event-kinds.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { laneAt } from './board-rows.ts'
import { dragsAs } from './gesture.ts'
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
/** From this width on, in pixels, what a bar says stays in view while its beginning is scrolled away. */
const LEAST_TO_FOLLOW = 200

/**
 * A booking, a form that is being filled or maintenance, along the time that it takes. It is one element wherever that
 * will do: hundreds come into view within a second.
 */
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
  const width = span * columnWidth
  const named = width >= LEAST_FOR_NAME
  const short = named || event.kind === 'maintenance' ? '' : initials(event.title)
  const column = Math.floor(start)
  const { top, height } = laneAt(bar.lane)
  return (
    <Part
      as="gridcell"
      className={`araro-board-bar look-${kind.look(event)}`}
      aria-colindex={column + 2}
      aria-colspan={Math.max(1, Math.ceil(end) - column)}
      aria-label={said}
      title={said}
      data-stop={focused ? '' : undefined}
      tabIndex={focused ? 0 : -1}
      data-item={keyOfItem(bar)}
      data-before={before || undefined}
      data-after={after || undefined}
      data-hit={event.hit}
      data-marked={event.kind === 'hold' ? undefined : ''}
      data-cut={named || event.hit || counted ? '' : undefined}
      data-written={counted ? `${short} × ${counted}` : short || undefined}
      data-movable={dragsAs(event)}
      data-carried={carried || undefined}
      style={{ insetInlineStart: at(start), width: `calc(${span} * var(--araro-column))`, top, height }}
    >
      {dueAt === null ? null : <Late bar={bar} />}
      {event.hit ? (
        <IconAlertTriangle className="araro-board-hit" size={13} stroke={2.5} aria-hidden />
      ) : null}
      {width < LEAST_TO_FOLLOW ? named && title : <span className="araro-board-said">{title}</span>}
    </Part>
  )
})

/** The part of the bar beyond the time that was promised. */
function Late({ bar }: { bar: Bar }) {
  const part = (bar.end - Math.max(bar.start, bar.dueAt ?? bar.end)) / (bar.end - bar.start)
  return <span className="araro-board-late" aria-hidden style={{ width: `${100 * part}%` }} />
}
