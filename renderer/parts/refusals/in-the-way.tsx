import { Anchor, List } from '@mantine/core'
import type { InTheWay, Refusal } from '#booking/refusal'
import { hrefOf, usePlace } from '../../navigation.ts'
import { useFormat } from '../../words/format.ts'
import { tradeWords } from '../../words/trades.ts'
import { useWords } from '../../words/words.ts'
import { StatusBadge } from '../status/status-badge.tsx'

/** What a refusal names, one by one; bookings can be opened to be moved or finished. */
export function ThingsInTheWay({ refusal, onOpen }: { refusal: Refusal; onOpen?: () => void }) {
  const things = thingsOf(refusal)
  // One repair or one open form is named by the refusal's own sentence already.
  if (!things.some(thing => thing.kind === 'booking') && things.length < 2) return null
  return (
    <List size="sm" spacing={4}>
      {things.map(thing => (
        <List.Item key={`${thing.kind} ${thing.startMs} ${nameOf(thing)}`}>
          <OneThing thing={thing} onOpen={onOpen} />
        </List.Item>
      ))}
    </List>
  )
}

function OneThing({ thing, onOpen }: { thing: InTheWay; onOpen: (() => void) | undefined }) {
  const trade = useWords(tradeWords)
  const format = useFormat()
  const { screen, ...place } = usePlace()
  if (thing.kind === 'booking') {
    return (
      <>
        <Anchor size="sm" href={hrefOf(screen, { ...place, bookingId: thing.bookingId })} onClick={onOpen}>
          {thing.memberName}, {format.period(thing.period)}
        </Anchor>{' '}
        <StatusBadge status={thing.status} />
      </>
    )
  }
  const name = thing.kind === 'maintenance' ? trade(thing.maintenanceKind) : thing.userName
  return (
    <>
      {name}, {format.period(thing.period)}
    </>
  )
}

function thingsOf(refusal: Refusal): readonly InTheWay[] {
  if (!('by' in refusal)) return []
  return Array.isArray(refusal.by) ? refusal.by : [refusal.by as InTheWay]
}

function nameOf(thing: InTheWay): string {
  if (thing.kind === 'booking') return thing.bookingId
  return thing.kind === 'maintenance' ? thing.maintenanceId : thing.userName
}
