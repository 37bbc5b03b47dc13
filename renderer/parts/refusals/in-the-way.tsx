import { List } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ByKind, byKind, type InTheWay } from '#booking/availability/in-the-way'
import type { RecordEntity } from '#booking/entities'
import type { Refusal } from '#booking/refusal'
import { useFormat } from '../../words/format.ts'
import type { Language } from '../../words/language.ts'
import { maintenanceKindWords } from '../../words/maintenance/kinds.ts'
import { sayIn } from '../../words/words.ts'
import { RecordLink } from '../lists/record-link.tsx'
import { BookingBadge } from '../status/booking-badge.tsx'

/** One line of the list. */
type Line = {
  /** Tells it from the others: its id, where it is a record. */
  key: string
  name: string
  badge?: ReactNode
  /** The kind of record that it is; null where it is none. */
  opens: RecordEntity | null
  /** Listed although it is the only one, so that it can be opened, to be moved or finished. */
  alone: boolean
}

const LINES: ByKind<Line, [Language]> = {
  booking: ({ bookingId, memberName, status }) => ({
    key: bookingId,
    name: memberName,
    badge: <BookingBadge status={status} />,
    opens: 'booking',
    alone: true,
  }),
  hold: ({ userName }) => ({ key: userName, name: userName, opens: null, alone: false }),
  maintenance: ({ maintenanceId, maintenanceKind }, language) => ({
    key: maintenanceId,
    name: sayIn(language, maintenanceKindWords, maintenanceKind),
    opens: 'maintenance',
    alone: false,
  }),
}

/** Lists what is in the way, with links to what can be opened. */
export function ThingsInTheWay({ refusal, onOpen }: { refusal: Refusal; onOpen?: () => void }) {
  const format = useFormat()
  const lines = thingsOf(refusal).map(one => {
    return { ...byKind(LINES, one, format.language), when: format.period(one.period), kind: one.kind }
  })
  // The others are named by the refusal's own sentence already.
  if (lines.length < 2 && !lines.some(line => line.alone)) return null
  return (
    <List size="sm" spacing={4}>
      {lines.map(({ kind, key, name, when, opens, badge }) => (
        <List.Item key={`${kind} ${key} ${when}`}>
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
  if (!('by' in refusal)) return []
  return Array.isArray(refusal.by) ? refusal.by : [refusal.by as InTheWay]
}
