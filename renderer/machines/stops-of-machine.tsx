import { Text } from '@mantine/core'
import type { MachineRow } from '#calls/machines'
import { stopsOf, useStops } from '../parts/closed/closed-times.ts'
import { useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'

/** When the machine is not booked, and why. Nothing if no stop of bookings is planned. */
export function StopsOfMachine({ machine }: { machine: MachineRow }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  return stopsOf(useStops(), machine, format.calendar).map(({ id, row: { reason, period } }) => (
    <Text key={id} size="sm" role="note">
      {say('stoppedFor', { reason })} · {format.period(period)}
    </Text>
  ))
}
