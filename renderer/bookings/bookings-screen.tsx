import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { OfficeCalendar } from '#booking/calendar'
import { openBookingForm } from '../booking-form/booking-form-store.ts'
import { usePlace } from '../navigation.ts'
import type { InputOf } from '../office/calls-by-name.ts'
import { usePages } from '../office/use-pages.ts'
import { isWholeDay } from '../parts/day-field.tsx'
import { Empty } from '../parts/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { Paged } from '../parts/paged.tsx'
import { bookingWords } from '../words/bookings.ts'
import { dayAfter, useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { type BookingFilter, BookingFilters, isFiltered, NO_FILTER } from './booking-filters.tsx'
import { BookingRows } from './booking-rows.tsx'

export function BookingsScreen() {
  const say = useWords(bookingWords)
  const { calendar } = useFormat()
  const { find } = usePlace()
  const [filter, setFilter] = useState<BookingFilter>({ ...NO_FILTER, text: find ?? '' })
  useEffect(() => {
    if (find) setFilter({ ...NO_FILTER, text: find })
  }, [find])
  const [settled] = useDebouncedValue(filter, 250)
  const answer = usePages('bookings.list', askedFor(settled, calendar))
  const filtered = isFiltered(settled)
  const emptyAction = filtered ? (
    <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
      {say('clear')}
    </Button>
  ) : (
    <Button onClick={() => openBookingForm()}>{say('enterFirst')}</Button>
  )
  return (
    <Page title={say('title')}>
      <BookingFilters filter={filter} onChange={setFilter} />
      <Paged
        answer={answer}
        rowsOf={page => page.bookings}
        empty={<Empty sentence={say(filtered ? 'emptyFound' : 'empty')} action={emptyAction} />}
      >
        {bookings => <BookingRows bookings={bookings} caption={say('title')} />}
      </Paged>
    </Page>
  )
}

/** The filter as the office understands it; what is half typed is left out. */
function askedFor(filter: BookingFilter, calendar: OfficeCalendar): Omit<InputOf<'bookings.list'>, 'cursor'> {
  const { status, machineId, member, from, to } = filter
  const text = filter.text.trim()
  return {
    limit: 50,
    ...(status.length > 0 ? { status } : {}),
    ...(machineId ? { machineId } : {}),
    ...(member ? { memberId: member.id } : {}),
    ...(text ? { text } : {}),
    ...(isWholeDay(from) ? { fromMs: calendar.startOfDay(from) } : {}),
    ...(isWholeDay(to) ? { toMs: calendar.startOfDay(dayAfter(to)) } : {}),
  }
}
