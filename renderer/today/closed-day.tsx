import { Text } from '@mantine/core'
import type { LocalDay } from '#booking/time/day'
import { useCall } from '../service/use-call.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'

/** Says that the office is closed on the day that is shown, and for which holiday. Nothing if it is open. */
export function ClosedDay({ day, isToday }: { day: LocalDay; isToday: boolean }) {
  const say = useWords(hoursWords)
  const { data } = useCall('hours.closed', { from: day, to: day })
  const [closed] = data?.days ?? []
  if (!closed) return null
  const { holiday } = closed
  return (
    <Text fw={600} role="status">
      {holiday
        ? say(isToday ? 'closedTodayFor' : 'closedThenFor', { holiday })
        : say(isToday ? 'closedToday' : 'closedThen')}
    </Text>
  )
}
