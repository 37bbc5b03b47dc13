import { Alert, Button, Stack, Text } from '@mantine/core'
import type { Period } from '#booking/time/period'
import type { BookingRow } from '#calls/booking-rows'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

/** Of a machine that came back before its time: who is next, with their phone, and one press that moves them forward. */
export function BackEarly({ booking }: { booking: BookingRow }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { status, returnedMs, endMs } = booking
  const isEarly = status === 'completed' && returnedMs !== null && returnedMs < endMs && Date.now() < endMs
  const answer = useCall(
    'bookings.nextAfter',
    { bookingId: booking.id },
    { enabled: isEarly, alwaysFresh: true },
  )
  if (!isEarly || !answer.data) return null
  const { next, forward, again } = answer.data
  const { period } = booking
  const until = period.kind === 'days' ? format.day(period.to) : format.instant(endMs)
  if (!next) return <Alert color="green">{say('backEarlyNobody', { until })}</Alert>
  return (
    <Alert color="green">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say('backEarly', { until })}</Text>
        <Text size="sm">
          {say('nextIs', { member: next.memberName, when: format.period(next.period) })}{' '}
          <PhoneLink phone={next.memberPhone} />{' '}
          <RecordLink entity="booking" id={next.id}>
            {say('showBooking')}
          </RecordLink>
        </Text>
        {forward ? <MoveForward key={next.id} next={next} to={forward} again={again} /> : null}
      </Stack>
    </Alert>
  )
}

function MoveForward({ next, to, again }: { next: BookingRow; to: Period; again: boolean }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const move = useCommand('bookings.move')
  const { refusal, act } = useActOn('booking', next)
  const when = format.period(to)
  function moveForward() {
    return act(
      now => move.run({ bookingId: now.id, version: now.version, period: to, reason: say('forwardReason') }),
      now => say(again ? 'movedForwardPending' : 'movedForward', { member: now.memberName, when }),
    )
  }
  return (
    <>
      <Button size="xs" loading={move.busy} onClick={() => void moveForward()}>
        {say('moveForward', { when })}
      </Button>
      {again ? (
        <Text size="xs" c="dimmed">
          {say('forwardAgain')}
        </Text>
      ) : null}
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </>
  )
}
