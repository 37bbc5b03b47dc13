import { Stack, Text, Title } from '@mantine/core'
import type { InputOf } from '#calls/contract'
import { Paged } from '../parts/lists/paged.tsx'
import { usePages } from '../service/use-pages.ts'
import { BookingRows } from './booking-rows.tsx'

type BookingsBesideProps = {
  /** Of the record beside which they stand: its id, and which of its bookings. */
  of: Omit<InputOf<'bookings.list'>, 'cursor'>
  title: string
  /** The sentence if there are none. */
  none: string
}

/** The bookings of the machine or the member whose panel is open. What they have in common is left out. */
export function BookingsBeside({ of, title, none }: BookingsBesideProps) {
  const answer = usePages('bookings.list', of)
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {title}
      </Title>
      <Paged
        answer={answer}
        rowsOf={page => page.bookings}
        empty={
          <Text size="sm" c="dimmed">
            {none}
          </Text>
        }
      >
        {bookings => (
          <BookingRows
            bookings={bookings}
            caption={title}
            withoutMachine={of.machineId !== undefined}
            withoutMember={of.memberId !== undefined}
          />
        )}
      </Paged>
    </Stack>
  )
}
