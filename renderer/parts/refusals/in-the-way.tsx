import { List } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RecordEntity } from '#booking/entities'
import { type ByKind, byKind, type InTheWay } from '#booking/in-the-way'
import type { Refusal } from '#booking/refusal'
import { useFormat } from '../../words/format.ts'
import type { Language } from '../../words/language.ts'
import { maintenanceKindWords } from '../../words/maintenance/kinds.ts'
import { sayIn } from '../../words/words.ts'
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
  /** True if it is listed even when it is the only one, so that it can be opened and moved or finished. */
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
    const line = byKind(LINES, one, format.language)
    const when = format.period(one.period)
    return { ...line, when, at: `${one.kind} ${line.key} ${when}` }
  })
  // A machine that is out blocks twice with the same booking: what was promised, and the time beyond it.
  const each = [...new Map(lines.map(line => [line.at, line])).values()]
  // The refusal's own sentence already names the others.
  if (!namesSeveral(refusal) && !each.some(line => line.alone)) return null
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
