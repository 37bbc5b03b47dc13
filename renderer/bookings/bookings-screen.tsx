import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import type { OfficeCalendar } from '#booking/time/calendar'
import { usePlace } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { isWholeDay } from '../parts/fields/day-field.tsx'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import type { InputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { dayAfter, useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import {
  type BookingFilter,
  BookingFilters,
  isFiltered,
  NO_FILTER,
  SCOPES,
  type Scope,
  STATUSES_IN,
  withStatus,
} from './booking-filters.tsx'
import { BookingRows } from './booking-rows.tsx'

export function BookingsScreen() {
  const say = useWords(bookingWords)
  const { calendar } = useFormat()
  const { find, status } = usePlace()
  const [filter, setFilter] = useState(() => filterFor(find, status))
  useEffect(() => {
    if (find || status) setFilter(filterFor(find, status))
  }, [find, status])
  const [settled] = useDebouncedValue(filter, 250)
  const answer = usePages('bookings.list', askedFor(settled, calendar))
  return (
    <Page title={say('title')} actions={<ScopeSwitch filter={filter} onFilter={setFilter} />}>
      <BookingFilters filter={filter} onChange={setFilter} />
      <Paged
        answer={answer}
        rowsOf={page => page.bookings}
        empty={<NoBookings filter={settled} onFilter={setFilter} />}
      >
        {bookings => <BookingRows bookings={bookings} caption={say('title')} />}
      </Paged>
    </Page>
  )
}

type OnFilter = { filter: BookingFilter; onFilter: (filter: BookingFilter) => void }

function ScopeSwitch({ filter, onFilter }: OnFilter) {
  const say = useWords(bookingWords)
  return (
    <SegmentedControl
      aria-label={say('scope')}
      value={filter.scope}
      onChange={scope => onFilter(inScope(filter, scope as Scope))}
      data={SCOPES.map(value => ({ value, label: say(value) }))}
    />
  )
}

/** Says why the list is empty, and links to where bookings may be. */
function NoBookings({ filter, onFilter }: OnFilter) {
  const say = useWords(bookingWords)
  const filtered = isFiltered(filter)
  const any = useCall('bookings.list', { limit: 1 }).data?.bookings.length
  if (any === undefined) return null
  if (any === 0) {
    const enter = <Button onClick={() => openBookingForm()}>{say('enterFirst')}</Button>
    return <Empty sentence={say('empty')} action={enter} />
  }
  const [next, leads] =
    filter.scope !== 'all'
      ? ([{ ...filter, scope: 'all' }, 'showAll'] as const)
      : ([{ ...NO_FILTER, scope: 'all' }, 'clear'] as const)
  const action = (
    <Button variant="default" onClick={() => onFilter({ ...next })}>
      {say(leads)}
    </Button>
  )
  return <Empty sentence={say(filtered ? 'emptyFound' : 'emptyOpen')} action={action} />
}

/** The filter in the address. A search by name or number includes past bookings. */
function filterFor(find: string | null, status: string | null): BookingFilter {
  const asked = BOOKING_STATUSES.filter(one => one === status)
  return { ...NO_FILTER, ...withStatus(find ? 'all' : 'open', asked), text: find ?? '' }
}

/** Only the statuses that bookings in this scope can have stay chosen. */
function inScope(filter: BookingFilter, scope: Scope): BookingFilter {
  return { ...filter, scope, status: filter.status.filter(one => STATUSES_IN[scope].includes(one)) }
}

/** The filter as the call takes it; half-typed values are left out. */
function askedFor(filter: BookingFilter, calendar: OfficeCalendar): Omit<InputOf<'bookings.list'>, 'cursor'> {
  const { scope, machineId, member, from, to } = filter
  const text = filter.text.trim()
  const status = filter.status.length > 0 || scope === 'all' ? filter.status : [...STATUSES_IN[scope]]
  return {
    limit: 50,
    ...(scope === 'open' ? { order: 'oldest' as const } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(machineId ? { machineId } : {}),
    ...(member ? { memberId: member.id } : {}),
    ...(text ? { text } : {}),
    ...(isWholeDay(from) ? { fromMs: calendar.startOfDay(from) } : {}),
    ...(isWholeDay(to) ? { toMs: calendar.startOfDay(dayAfter(to)) } : {}),
  }
}
