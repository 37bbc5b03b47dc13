import { Anchor, List } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ByKind, byKind, type InTheWay } from '#booking/availability/in-the-way'
import type { Refusal } from '#booking/refusal'
import { hrefOf, type Place, usePlace } from '../../navigation.ts'
import { useFormat } from '../../words/format.ts'
import type { Language } from '../../words/language.ts'
import { maintenanceKindWords } from '../../words/maintenance/kinds.ts'
import { sayIn } from '../../words/words.ts'
import { BookingBadge } from '../status/booking-badge.tsx'

/** One line of the list. */
type Line = {
  /** Tells it from the others. */
  key: string
  name: string
  badge?: ReactNode
  /** Where it can be opened, to be moved or finished. */
  href?: (place: Place) => string
}

const LINES: ByKind<Line, [Language]> = {
  booking: ({ bookingId, memberName, status }) => ({
    key: bookingId,
    name: memberName,
    badge: <BookingBadge status={status} />,
    href: ({ screen, ...place }) => hrefOf(screen, { ...place, bookingId }),
  }),
  hold: ({ userName }) => ({ key: userName, name: userName }),
  maintenance: ({ maintenanceId, maintenanceKind }, language) => ({
    key: maintenanceId,
    name: sayIn(language, maintenanceKindWords, maintenanceKind),
  }),
}

/** Lists what is in the way, with links to what can be opened. */
export function ThingsInTheWay({ refusal, onOpen }: { refusal: Refusal; onOpen?: () => void }) {
  const format = useFormat()
  const place = usePlace()
  const lines = thingsOf(refusal).map(one => {
    return { ...byKind(LINES, one, format.language), when: format.period(one.period), kind: one.kind }
  })
  // One repair or one open form is named by the refusal's own sentence already.
  if (lines.length < 2 && !lines.some(line => line.href)) return null
  return (
    <List size="sm" spacing={4}>
      {lines.map(({ kind, key, name, when, href, badge }) => (
        <List.Item key={`${kind} ${key} ${when}`}>
          {href ? (
            <Anchor size="sm" href={href(place)} onClick={onOpen}>
              {name}, {when}
            </Anchor>
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
