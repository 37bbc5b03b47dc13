import { Text } from '@mantine/core'
import type { BlackoutRow } from '#calls/holidays'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'

export type Reach = Pick<BlackoutRow, 'machineId' | 'typeId' | 'period'>

/** The bookings that it reaches, with whom to call. Nothing if there are none. */
export function Reached({ of: { machineId, typeId, period } }: { of: Reach }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const which = { ...(machineId && { machineId }), ...(typeId && { typeId }) }
  const { data } = useCall('blackouts.reach', { ...which, period })
  if (!data || data.count === 0) return null
  return (
    <div role="status">
      <Text size="sm">{say('reaches', { count: data.count })}</Text>
      <ul style={{ margin: 0 }}>
        {data.reached.map(one => (
          <li key={one.bookingId}>
            <RecordLink entity="booking" id={one.bookingId}>
              {`${one.machineName} · ${one.memberName}`}
            </RecordLink>{' '}
            · {format.period(one.period)} <PhoneLink phone={one.memberPhone} />
          </li>
        ))}
      </ul>
    </div>
  )
}
