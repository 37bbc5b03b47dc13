import { Anchor } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { OfferLine } from '#calls/today'
import { hrefOf } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { TakeOrDecline } from '../waiting/take-or-decline.tsx'
import { useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Person } from './day-cells.tsx'
import type { DayInWords } from './day-in-words.ts'
import { useLinePresses } from './line-presses.ts'
import { Part } from './part.tsx'

type OffersRunningProps = { offers: readonly OfferLine[]; left: number; inWords: DayInWords }

/**
 * What is offered to members of the waiting list, to whom and until when.
 * @param left how many more there are under the waiting list
 */
export function OffersRunning({ offers, left, inWords }: OffersRunningProps) {
  const say = useWords(todayWords)
  // Said also when the offer that was refused is gone.
  const [refused, setRefused] = useState<Refusal | null>(null)
  if (offers.length === 0) return refused ? <RefusalPanel refusal={refused} /> : null
  const heads = [say('machine'), say('member'), { head: say('barangay'), leaves: 'first' as const }]
  return (
    <Part name="offers" title={say('offers')} count={offers.length + left}>
      {refused ? <RefusalPanel refusal={refused} /> : null}
      <RecordTable caption={say('offers')} heads={[...heads, say('offerEnds'), '']}>
        {offers.map(offer => (
          <Line key={offer.id} offer={offer} inWords={inWords} onRefused={setRefused} />
        ))}
      </RecordTable>
      {left > 0 ? (
        <Anchor size="sm" href={hrefOf('waiting')}>
          {say('moreOffers', { count: left })}
        </Anchor>
      ) : null}
    </Part>
  )
}

type LineProps = { offer: OfferLine; inWords: DayInWords; onRefused: (refusal: Refusal | null) => void }

function Line({ offer, inWords, onRefused }: LineProps) {
  const say = useWords(todayWords)
  const format = useFormat()
  const presses = useLinePresses()
  const { machineName, units, memberName, memberPhone, memberBarangay, period } = offer
  const whichId = `offer-${offer.id}`
  return (
    <tr {...presses}>
      <Cell label={say('machine')} shape="name">
        <a className="araro-row-link" id={whichId} href={hrefOf('waiting')}>
          {machineName}
          {units > 1 ? ` × ${format.number(units)}` : ''}
        </a>
        <div className="araro-day-when">{format.period(period)}</div>
      </Cell>
      <Cell label={say('member')}>
        <Person name={memberName} phone={memberPhone} />
      </Cell>
      <Cell label={say('barangay')} leaves="first">
        {memberBarangay}
      </Cell>
      <Cell label={say('offerEnds')} shape="fixed">
        {inWords.onDay(offer.untilMs)}
      </Cell>
      <Cell>
        <div className="araro-day-do">
          <TakeOrDecline offerId={offer.id} onRefused={onRefused} which={whichId} />
        </div>
      </Cell>
    </tr>
  )
}
