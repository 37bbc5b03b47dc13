import { Anchor, Button } from '@mantine/core'
import type { ToSettleLine } from '#calls/today'
import { WhyNotNow } from '../bookings/why-not-now.tsx'
import { hrefOf, hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { SettleBadge } from '../parts/status/settle-badge.tsx'
import { StatusBadge } from '../parts/status/status-badge.tsx'
import { useFormat } from '../words/format.ts'
import { settleWords } from '../words/settling/screen.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Person } from './day-cells.tsx'
import { useLinePresses } from './line-presses.ts'
import { Part } from './part.tsx'

type SettleFirstProps = { lines: readonly ToSettleLine[]; shown: readonly ToSettleLine[]; count: number }

/**
 * The promises that cannot be kept for now and begin first, with what hits them. Each leads to its ways out.
 * @param lines those of the chosen barangay
 * @param shown those of all barangays, of `count` that there are
 */
export function SettleFirst({ lines, shown, count }: SettleFirstProps) {
  const say = useWords(todayWords)
  const words = useWords(settleWords)
  if (lines.length === 0) return null
  const heads = [say('machine'), say('member'), { head: say('barangay'), leaves: 'first' as const }]
  return (
    <Part
      name="settle"
      title={words('title')}
      count={lines.length === shown.length ? count : lines.length}
      beside={
        count > shown.length ? (
          <Anchor size="sm" href={hrefOf('settle')}>
            {say('allToSettle', { count })}
          </Anchor>
        ) : null
      }
    >
      <RecordTable caption={words('title')} heads={[...heads, say('whyNot'), '']}>
        {lines.map(line => (
          <Line key={`${line.why} ${line.booking.id}`} line={line} />
        ))}
      </RecordTable>
    </Part>
  )
}

function Line({ line }: { line: ToSettleLine }) {
  const say = useWords(todayWords)
  const words = useWords(settleWords)
  const format = useFormat()
  const place = usePlace()
  const presses = useLinePresses()
  const { booking, why, told } = line
  const whichId = `to-settle-${booking.id}`
  return (
    <tr {...presses}>
      <Cell label={say('machine')} shape="name">
        <a className="araro-row-link" id={whichId} href={hrefOfRecord('booking', booking.id, place)}>
          {booking.machineName}
          {booking.units > 1 ? ` × ${format.number(booking.units)}` : ''}
        </a>{' '}
        <SettleBadge why={why} />
        <Unreadable row={booking} />
        <div className="araro-day-when">{format.period(booking.period)}</div>
      </Cell>
      <Cell label={say('member')}>
        <Person name={booking.memberName} phone={booking.memberPhone} />
      </Cell>
      <Cell label={say('barangay')} leaves="first">
        {booking.memberBarangay}
      </Cell>
      <Cell label={say('whyNot')} shape="sentence">
        <WhyNotNow booking={booking} settling={line} />
        {told ? (
          <div>
            <StatusBadge look="good">{words('waits')}</StatusBadge>
          </div>
        ) : null}
      </Cell>
      <Cell>
        <div className="araro-day-do">
          <Button
            component="a"
            size="xs"
            aria-describedby={whichId}
            href={hrefOf('settle', { open: booking.id })}
          >
            {say('waysOut')}
          </Button>
        </div>
      </Cell>
    </tr>
  )
}
