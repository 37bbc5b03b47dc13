import { Button } from '@mantine/core'
import { Fragment, type ReactNode, useId } from 'react'
import type { DayPart } from '#booking/today/part-of-day'
import type { DayLine } from '#calls/today'
import { Asked, MainAction } from '../bookings/booking-actions.tsx'
import { ExtendDialog } from '../bookings/extend-dialog.tsx'
import { type Decisions, useDecision } from '../bookings/use-decision.ts'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, GroupRow, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { byType } from './by-type.ts'
import { COLUMNS, LEAVES, useDayCells } from './day-cells.tsx'
import type { DayInWords } from './day-in-words.ts'
import { useLinePresses } from './line-presses.ts'

type DayLinesProps = {
  part: DayPart
  caption: string
  lines: readonly DayLine[]
  inWords: DayInWords
  /** Whether each line has its button: on today's list only. */
  acts: boolean
}

/** One part of a day's list. What is overdue comes in its own order, the others by type. */
export function DayLines({ part, caption, lines, inWords, acts }: DayLinesProps) {
  const say = useWords(todayWords)
  const columns = COLUMNS[part]
  const heads = columns.map(column => {
    const leaves = LEAVES[column]
    return leaves ? { head: say(column), leaves } : say(column)
  })
  const groups = part === 'overdue' || part === 'notFetched' ? [{ type: '', lines }] : byType(lines)
  return (
    <RecordTable caption={caption} heads={acts ? [...heads, ''] : heads}>
      {groups.map(group => (
        <Fragment key={group.type}>
          {group.type ? <GroupRow columns={columns.length + (acts ? 1 : 0)}>{group.type}</GroupRow> : null}
          {group.lines.map(line => (
            <Line key={line.booking.id} part={part} line={line} inWords={inWords} acts={acts} />
          ))}
        </Fragment>
      ))}
    </RecordTable>
  )
}

type LineProps = Pick<DayLinesProps, 'part' | 'inWords' | 'acts'> & { line: DayLine }

/** The arrow keys come to a line; Enter then presses its button, and O opens the booking. */
function Line({ part, line, inWords, acts }: LineProps) {
  const format = useFormat()
  const place = usePlace()
  const decisions = useDecision(line.booking)
  const cells = useDayCells(inWords)
  const presses = useLinePresses()
  const whichId = useId()
  const { booking } = line
  const labels = useWords(todayWords)
  return (
    <tr {...presses} data-chosen={booking.id === place.bookingId || undefined}>
      {COLUMNS[part].map(column => {
        const leaves = LEAVES[column]
        if (column !== 'machine') {
          return (
            <Cell key={column} label={labels(column)} {...(leaves && { leaves })}>
              {cells[column](line)}
            </Cell>
          )
        }
        return (
          <Cell key={column} label={labels(column)} shape="name">
            <a className="araro-row-link" id={whichId} href={hrefOfRecord('booking', booking.id, place)}>
              {booking.machineName}
              {booking.units > 1 ? ` × ${format.number(booking.units)}` : ''}
            </a>
            <Unreadable row={booking} />
            {acts || booking.status === 'approved' ? null : (
              <>
                {' '}
                <BookingBadge status={booking.status} overdue={booking.overdue} />
              </>
            )}
          </Cell>
        )
      })}
      {acts ? (
        <Cell>
          <Do part={part} decisions={decisions} which={whichId} />
        </Cell>
      ) : null}
    </tr>
  )
}

type DoProps = { part: DayPart; decisions: Decisions; which: string }

/**
 * The line's main action, the questions that it asks, and more time for a machine that is out. Who did not come for a
 * machine is not handed it any more.
 */
function Do({ part, decisions, which }: DoProps): ReactNode {
  const say = useWords(bookingWords)
  const mayGetMoreTime = part === 'overdue' || part === 'dueBack'
  return (
    <>
      <div className="araro-day-do">
        {part === 'notFetched' ? (
          <Button
            size="xs"
            variant="default"
            aria-describedby={which}
            onClick={() => decisions.ask('bookings.noShow')}
          >
            {say('noShow')}
          </Button>
        ) : (
          <MainAction size="xs" decisions={decisions} which={which} />
        )}
        {mayGetMoreTime ? (
          <Button
            size="xs"
            variant="default"
            aria-describedby={which}
            onClick={() => decisions.ask('bookings.extend')}
          >
            {say('extend')}
          </Button>
        ) : null}
      </div>
      {mayGetMoreTime ? <ExtendDialog decisions={decisions} /> : null}
      {decisions.asking ? <Asked decisions={decisions} /> : null}
    </>
  )
}
