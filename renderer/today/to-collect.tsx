import { Anchor, Button } from '@mantine/core'
import { may } from '#booking/users/roles'
import type { ToCollectLine } from '#calls/today'
import { hrefOf, hrefOfRecord, usePlace } from '../navigation.ts'
import { openTakePayment } from '../open-take-payment.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useUser } from '../service/sign-in.ts'
import { useFormat } from '../words/format.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Person } from './day-cells.tsx'
import { useLinePresses } from './line-presses.ts'
import { Part } from './part.tsx'

type ToCollectProps = { lines: readonly ToCollectLine[]; shown: readonly ToCollectLine[]; count: number }

/**
 * What is due and not paid: deposits, and what is owed after the return. Each has the button that takes its payment.
 * @param lines those of the chosen barangay
 * @param shown those of all barangays, of `count` that there are
 */
export function ToCollect({ lines, shown, count }: ToCollectProps) {
  const say = useWords(todayWords)
  if (lines.length === 0) return null
  const heads = [say('machine'), say('member'), { head: say('barangay'), leaves: 'first' as const }]
  return (
    <Part
      name="collect"
      title={say('collect')}
      count={lines.length === shown.length ? count : lines.length}
      beside={
        count > shown.length ? (
          <Anchor size="sm" href={hrefOf('payments', { status: 'owing' })}>
            {say('allToCollect')}
          </Anchor>
        ) : null
      }
    >
      <RecordTable caption={say('collect')} heads={[...heads, say('owed'), '']}>
        {lines.map(line => (
          <Line key={line.bookingId} line={line} />
        ))}
      </RecordTable>
    </Part>
  )
}

function Line({ line }: { line: ToCollectLine }) {
  const say = useWords(todayWords)
  const pay = useWords(paymentWords)
  const format = useFormat()
  const place = usePlace()
  const presses = useLinePresses()
  const mayEnter = may(useUser().role, 'enter-bookings')
  const { bookingId, memberId: id, memberName: name, memberNumber: number, memberBarangay: barangay } = line
  const whichId = `to-collect-${bookingId}`
  return (
    <tr {...presses}>
      <Cell label={say('machine')} shape="name">
        <a className="araro-row-link" id={whichId} href={hrefOfRecord('booking', bookingId, place)}>
          {line.machineName}
        </a>
        <div className="araro-day-when">{format.period(line.period)}</div>
      </Cell>
      <Cell label={say('member')}>
        <Person name={name} phone={line.memberPhone} />
      </Cell>
      <Cell label={say('barangay')} leaves="first">
        {barangay}
      </Cell>
      <Cell label={say('owed')}>
        {format.money(line.owedCentavos)}
        <div className="araro-day-when">
          {line.what === 'deposit' ? pay('deposit') : pay('due', { day: format.instant(line.sinceMs) })}
        </div>
      </Cell>
      <Cell>
        <div className="araro-day-do">
          {mayEnter ? (
            <Button
              size="xs"
              aria-describedby={whichId}
              onClick={() => openTakePayment({ member: { id, name, number, barangay }, bookingId })}
            >
              {pay('take')}
            </Button>
          ) : null}
        </div>
      </Cell>
    </tr>
  )
}
