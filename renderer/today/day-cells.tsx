import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DayPart } from '#booking/today/part-of-day'
import type { DayLine } from '#calls/today'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { useFormat } from '../words/format.ts'
import { priceInShort } from '../words/money/price.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import type { DayInWords } from './day-in-words.ts'

/** The columns of each part of a day's list. */
export const COLUMNS = {
  overdue: ['machine', 'member', 'late', 'wasDue', 'next'],
  notFetched: ['machine', 'member', 'wasDue', 'purpose'],
  goingOut: ['time', 'machine', 'member', 'barangay', 'purpose', 'amount'],
  dueBack: ['due', 'machine', 'member', 'barangay', 'next'],
} as const satisfies { readonly [P in DayPart]: readonly string[] }
type Column = (typeof COLUMNS)[DayPart][number]

/** What goes first where there is little room. */
export const LEAVES: { readonly [C in Column]?: 'first' | 'next' } = {
  purpose: 'first',
  wasDue: 'first',
  barangay: 'next',
}

/** What stands in each column but that of the machine. */
export function useDayCells(inWords: DayInWords): {
  readonly [C in Exclude<Column, 'machine'>]: (line: DayLine) => ReactNode
} {
  const say = useWords(todayWords)
  const format = useFormat()
  return {
    time: ({ booking, stays }) => (
      <>
        <span className="araro-day-time">{inWords.goesOut(booking)}</span>
        {inWords.isLateOut(booking) ? (
          <Text size="sm" className="araro-day-warn">
            {say(stays ? 'notYetStarted' : 'notYetFetched')}
          </Text>
        ) : null}
      </>
    ),
    due: ({ booking }) => inWords.comesBack(booking),
    wasDue: ({ booking }) => inWords.wasDue(booking),
    late: ({ booking }) => (
      <>
        <Text span fw={600} className="araro-day-late">
          {inWords.lateBy(booking)}
        </Text>
        {booking.expectedBackMs === null ? null : (
          <Text size="sm" c="dimmed">
            {say('expectedBack', { when: format.instant(booking.expectedBackMs) })}
          </Text>
        )}
      </>
    ),
    member: ({ booking }) => <Person name={booking.memberName} phone={booking.memberPhone} />,
    barangay: ({ booking }) => booking.memberBarangay,
    purpose: ({ booking }) => booking.purpose,
    amount: ({ price }) => (price ? priceInShort(price, format) : null),
    next: ({ next }) => (next ? <Next next={next} when={inWords.begins(next.period)} /> : null),
  }
}

/** It lies above the link that covers the whole line. */
const PHONE = 'araro-above-link araro-day-phone'

export function Person({ name, phone }: { name: string; phone: string }) {
  const say = useWords(todayWords)
  return (
    <>
      {name} <PhoneLink phone={phone} label={say('call', { member: name })} className={PHONE} />
    </>
  )
}

type NextProps = { next: NonNullable<DayLine['next']>; when: string }

function Next({ next, when }: NextProps) {
  const say = useWords(todayWords)
  const place = usePlace()
  const { bookingId, memberName, memberPhone } = next
  return (
    <>
      <Anchor size="sm" className="araro-above-link" href={hrefOfRecord('booking', bookingId, place)}>
        {say('nextIs', { member: memberName, when })}
      </Anchor>{' '}
      <PhoneLink phone={memberPhone} label={say('call', { member: memberName })} className={PHONE} />
    </>
  )
}
