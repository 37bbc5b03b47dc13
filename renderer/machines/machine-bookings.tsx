import { Stack, Text, Title } from '@mantine/core'
import { BookingRows } from '../bookings/booking-rows.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { usePages } from '../service/use-pages.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'

/** The machine's bookings that are waiting, coming up or out, next first. */
export function MachineBookings({ machineId }: { machineId: string }) {
  const say = useWords(machineWords)
  const status = ['pending', 'approved', 'in-use'] as const
  const answer = usePages('bookings.list', { machineId, status: [...status], order: 'oldest', limit: 5 })
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('nextBookings')}
      </Title>
      <Paged
        answer={answer}
        rowsOf={page => page.bookings}
        empty={
          <Text size="sm" c="dimmed">
            {say('noNext')}
          </Text>
        }
      >
        {bookings => <BookingRows bookings={bookings} caption={say('nextBookings')} withoutMachine />}
      </Paged>
    </Stack>
  )
}
