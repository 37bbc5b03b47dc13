import { List } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RecordEntity } from '#booking/entities'
import { type ByKind, byKind, type InTheWay } from '#booking/in-the-way'
import type { Refusal } from '#booking/refusal'
import { useFormat } from '../../words/format.ts'
import type { Language } from '../../words/language.ts'
import { maintenanceKindWords } from '../../words/maintenance/kinds.ts'
import { partWords } from '../../words/parts/parts.ts'
import { sayIn, useWords } from '../../words/words.ts'
import { RecordLink } from '../lists/record-link.tsx'
import { BookingBadge } from '../status/booking-badge.tsx'
import { namesSeveral } from './several.ts'

/** One line of the list. */
type Line = {
  /** Its key in the list: its id, if it is a record. */
  key: string
  name: string
  badge?: ReactNode
  /** The kind of record; null if it is not a record. */
  opens: RecordEntity | null
}

const LINES: ByKind<Line, [Language]> = {
  booking: ({ bookingId, memberName, status }) => ({
    key: bookingId,
    name: memberName,
    badge: <BookingBadge status={status} />,
    opens: 'booking',
  }),
  hold: ({ userName }) => ({ key: userName, name: userName, opens: null }),
  maintenance: ({ maintenanceId, maintenanceKind }, language) => ({
    key: maintenanceId,
    name: sayIn(language, maintenanceKindWords, maintenanceKind),
    opens: 'maintenance',
  }),
  batch: ({ batchId, sacks, capacity }) => ({ key: batchId, name: `${sacks}/${capacity}`, opens: 'batch' }),
  session: ({ sessionId, title }) => ({ key: sessionId, name: title, opens: 'session' }),
}

/** Lists what is in the way, with links to what can be opened. What the refusal's own sentence names is only opened. */
export function ThingsInTheWay({ refusal, onOpen }: { refusal: Refusal; onOpen?: () => void }) {
  const say = useWords(partWords)
  const things = thingsOf(refusal)
  if (namesSeveral(refusal)) return <ListInTheWay things={things} {...(onOpen ? { onOpen } : {})} />
  const [named] = things
  if (named?.kind !== 'booking') return null
  return (
    <RecordLink entity="booking" id={named.bookingId} onOpen={onOpen}>
      {say('openBooking')}
    </RecordLink>
  )
}

type ListInTheWayProps = { things: readonly InTheWay[]; onOpen?: () => void }

/** Lists these things, each once. */
export function ListInTheWay({ things, onOpen }: ListInTheWayProps) {
  const format = useFormat()
  const lines = things.map(one => {
    const line = byKind(LINES, one, format.language)
    const when = format.period(one.period)
    return { ...line, when, at: `${one.kind} ${line.key} ${when}` }
  })
  // A machine that is out blocks twice with the same booking: what was promised, and the time beyond it.
  const each = [...new Map(lines.map(line => [line.at, line])).values()]
  return (
    <List size="sm" spacing={4}>
      {each.map(({ at, key, name, when, opens, badge }) => (
        <List.Item key={at}>
          {opens ? (
            <RecordLink entity={opens} id={key} onOpen={onOpen}>
              {name}, {when}
            </RecordLink>
          ) : (
            `${name}, ${when}`
          )}{' '}
          {badge}
        </List.Item>
      ))}
    </List>
  )
}

function thingsOf(refusal: Refusal): readonly InTheWay[] {
  if (namesSeveral(refusal)) return refusal.by
  return 'by' in refusal ? [refusal.by] : []
}
