import { Button, Group, Stack, Text } from '@mantine/core'
import { mayExtend, mayMove } from '#booking/bookings/status'
import type { BookingRow } from '#calls/booking-rows'
import { openRecord } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { useCall } from '../service/use-call.ts'
import { boardWords } from '../words/board/screen.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { priceInWords, priceWords } from '../words/money/price.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

type BookingCardProps = {
  bookingId: string
  hit: boolean
  onDone: () => void
  onExtend: (booking: BookingRow) => void
}

/** Whom to call about a booking, what for and at which price, and what can be done. */
export function BookingCard({ bookingId, hit, onDone, onExtend }: BookingCardProps) {
  const say = useWords(boardWords)
  const words = useWords(bookingWords)
  const priced = useWords(priceWords)
  const format = useFormat()
  const answer = useCall('bookings.get', { bookingId })
  return (
    <Answered answer={answer} rows={2}>
      {({ booking, price, cannotGoOut }) =>
        booking ? (
          <Stack gap={6}>
            <Text size="sm" fw={600}>
              {booking.memberName}
            </Text>
            <Group gap={8}>
              <BookingBadge status={booking.status} overdue={booking.overdue} />
              <Text size="xs">{format.period(booking.period)}</Text>
            </Group>
            {hit ? (
              <Text size="xs" c="var(--mantine-color-error)">
                {say('hit')}
              </Text>
            ) : null}
            {cannotGoOut ? <Text size="xs">{refusalSentence(cannotGoOut, format)}</Text> : null}
            <Facts>
              <Fact label={words('phone')}>
                {booking.memberPhone ? <PhoneLink phone={booking.memberPhone} /> : null}
              </Fact>
              <Fact label={words('units')}>{booking.units > 1 ? format.number(booking.units) : null}</Fact>
              <Fact label={words('purpose')}>{booking.purpose}</Fact>
              <Fact label={priced('price')}>{price && priceInWords(price, format)}</Fact>
            </Facts>
            <Group gap={6}>
              <Button
                size="xs"
                onClick={() => {
                  onDone()
                  openRecord('booking', bookingId)
                }}
              >
                {say('open')}
              </Button>
              {mayMove(booking.status) ? (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    onDone()
                    openBookingForm({ bookingId })
                  }}
                >
                  {words('move')}
                </Button>
              ) : null}
              {mayExtend(booking.status) ? (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    onDone()
                    onExtend(booking)
                  }}
                >
                  {words('extend')}
                </Button>
              ) : null}
            </Group>
          </Stack>
        ) : (
          <Text size="sm">{words('gone')}</Text>
        )
      }
    </Answered>
  )
}
