import { Button, Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { Period } from '#booking/time/period'
import type { BookingRow } from '#calls/bookings'
import type { CalendarEvent } from '#calls/calendar'
import { useCommand } from '../commands/use-command.ts'
import { offer, tell, withdrawOffer } from '../messages/tell.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

/** Long enough to see that it was the wrong day. */
const SHOWN_FOR_MS = 20_000

/** Says that a booking was moved, and offers to move it back. */
export function tellMoved(event: CalendarEvent, from: Period, moved: BookingRow): void {
  const lostApproval = event.status === 'approved' && moved.status !== 'approved'
  offer(messageOf(moved.id), {
    autoClose: SHOWN_FOR_MS,
    message: <Moved machineId={event.machineId} from={from} moved={moved} lostApproval={lostApproval} />,
  })
}

function messageOf(bookingId: string): string {
  return `moved.${bookingId}`
}

function Moved({
  machineId,
  from,
  moved,
  lostApproval,
}: {
  machineId: string
  from: Period
  moved: BookingRow
  lostApproval: boolean
}) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const move = useCommand('bookings.move')
  const name = moved.memberName
  useHotkeys([['mod+Z', () => void undo()]])

  async function undo() {
    const { id: bookingId, version } = moved
    if (move.busy) return
    const outcome = await move.run({ bookingId, version, machineId, period: from })
    if (!outcome) return
    withdrawOffer(messageOf(bookingId))
    if (outcome.ok) {
      const key = lostApproval ? 'movedBackPending' : 'movedBack'
      tell(say(key, { name, when: format.period(from) }))
      return
    }
    tell(refusalSentence(outcome.refusal, format), {
      color: 'red',
      autoClose: false,
      title: say('notMovedBack', { name }),
    })
  }

  const key = lostApproval ? 'movedPending' : 'moved'
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">{say(key, { name, when: format.period(moved.period) })}</Text>
      <Button
        size="compact-sm"
        variant="default"
        loading={move.busy}
        onClick={() => void undo()}
        title={`${say('undo')} (Ctrl + Z)`}
        aria-keyshortcuts="Control+Z"
      >
        {say('undo')}
      </Button>
    </Group>
  )
}
