import { memo } from 'react'
import type { LocalDay } from '#booking/time/day'
import { MONTHS, weekdayNames } from '../words/format.ts'
import type { Language } from '../words/language.ts'
import { type Column, type Columns, columnAt } from './columns.ts'
import { Part } from './part.tsx'
import type { Speech } from './use-speech.ts'

type HeadingsProps = {
  columns: Columns
  tight: boolean
  from: number
  to: number
  today: LocalDay
  /** The days on which the office is closed, with why. */
  closed: ReadonlyMap<LocalDay, string>
  speech: Speech
}

/** The first line: the days, or the hours of one. It stays while the machines are scrolled under it. */
export function Headings({ columns, tight, from, to, today, closed, speech }: HeadingsProps) {
  const { say } = speech
  return (
    <div className="araro-board-headings">
      <Part as="row" className="araro-board-heading-row" aria-rowindex={1}>
        <Part as="columnheader" className="araro-board-corner" aria-colindex={1}>
          {say('machine')}
        </Part>
        {columns.list.slice(from, to).map((column, index) => (
          <Heading
            key={column.startMs}
            column={column}
            index={from + index}
            unit={columns.unit}
            tight={tight}
            speech={speech}
            today={today}
            closed={closed.get(column.day)}
          />
        ))}
      </Part>
    </div>
  )
}

type HeadingProps = {
  column: Column
  index: number
  unit: Columns['unit']
  tight: boolean
  today: LocalDay
  closed: string | undefined
  speech: Speech
}

const Heading = memo(function Heading({ column, index, unit, tight, today, closed, speech }: HeadingProps) {
  const { format } = speech
  const { day, startMs } = column
  const isToday = day === today && unit === 'day'
  return (
    <Part
      as="columnheader"
      className="araro-board-heading"
      aria-colindex={index + 2}
      aria-label={[unit === 'day' ? format.day(day) : format.time(startMs), closed]
        .filter(Boolean)
        .join(', ')}
      title={closed}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      style={{ insetInlineStart: at(index) }}
    >
      {unit === 'hour' ? (
        format.shortTime(startMs)
      ) : (
        <Day day={day} isFirst={index === 0 && !tight} language={format.language} />
      )}
    </Part>
  )
})

/** "Tue" over "1"; on the first day of a month, and of the board if there is room, with the month. */
function Day({ day, isFirst, language }: { day: LocalDay; isFirst: boolean; language: Language }) {
  const date = new Date(`${day}T00:00:00Z`)
  const number = date.getUTCDate()
  const month = MONTHS[language][date.getUTCMonth()]!.slice(0, 3)
  return (
    <>
      <span className="araro-board-weekday">{weekdayNames(language)[date.getUTCDay()]}</span>
      <span className="araro-board-date">{isFirst || number === 1 ? `${number} ${month}` : number}</span>
    </>
  )
}

/** The columns of the days on which the office is closed, behind the rows. */
export function ClosedStripes({
  columns: { list, unit },
  closed,
}: Pick<HeadingsProps, 'columns' | 'closed'>) {
  if (unit === 'hour') return null
  return list.map(({ day }, column) =>
    closed.has(day) ? (
      <div key={day} className="araro-board-closed" aria-hidden style={{ insetInlineStart: at(column) }} />
    ) : null,
  )
}

/** What lies behind the rows: today's column, or a line at the present hour. */
export function Stripes({ columns, today }: { columns: Columns; today: LocalDay }) {
  const nowMs = Date.now()
  const column = columns.list.findIndex(one => one.day === today)
  if (column === -1) return null
  if (columns.unit === 'day') {
    return <div className="araro-board-today" aria-hidden style={{ insetInlineStart: at(column) }} />
  }
  const hour = columnAt(nowMs, columns)
  const part = (nowMs - columns.list[hour]!.startMs) / 3_600_000
  return <div className="araro-board-now" aria-hidden style={{ insetInlineStart: at(hour + part) }} />
}

/** Where so many columns after the first one something begins. */
export function at(columns: number): string {
  return `calc(var(--araro-first) + ${columns} * var(--araro-column))`
}
