import { Anchor } from '@mantine/core'
import type { WaitingRow } from '#calls/booking-rows'
import { ApprovalCard } from '../approvals/approval-card.tsx'
import { hrefOf } from '../navigation.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Part } from './part.tsx'

type WaitingFirstProps = { waiting: readonly WaitingRow[]; count: number }

/** The first bookings that wait for a decision, decided here as under Approvals. Nothing for users who may not. */
export function WaitingFirst({ waiting, count }: WaitingFirstProps) {
  const say = useWords(todayWords)
  if (waiting.length === 0) return null
  return (
    <Part
      name="waiting"
      title={say('waiting')}
      count={count}
      screenOnly
      beside={
        count > waiting.length ? (
          <Anchor size="sm" href={hrefOf('approvals')}>
            {say('allWaiting', { count })}
          </Anchor>
        ) : null
      }
    >
      <ul className="araro-approvals">
        {waiting.map(one => (
          <ApprovalCard key={one.booking.id} waiting={one} />
        ))}
      </ul>
    </Part>
  )
}
