import { Input, Text } from '@mantine/core'
import type { BookingRow } from '#calls/booking-rows'
import { Fact } from '../parts/lists/record-table.tsx'
import { useCall } from '../service/use-call.ts'
import { fieldWords } from '../words/fields/fields.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

/** The field that a booking names, among its details. Nothing if it names none. */
export function BookedFieldFact({ booking }: { booking: BookingRow }) {
  const say = useWords(fieldWords)
  return (
    <Fact label={say('field')}>{booking.fieldId === null ? null : <BookedField booking={booking} />}</Fact>
  )
}

/** The same in the form that moves the booking, where it cannot be changed. */
export function BookedFieldInForm({ booking }: { booking: BookingRow }) {
  const say = useWords(fieldWords)
  if (booking.fieldId === null) return null
  return (
    <Input.Wrapper label={say('field')} labelElement="div">
      <Text size="sm" component="div">
        <BookedField booking={booking} />
      </Text>
    </Input.Wrapper>
  )
}

/** Its name and hectares, and below them how a machine gets there. */
function BookedField({ booking: { memberId, fieldId, fieldName } }: { booking: BookingRow }) {
  const say = useWords(fieldWords)
  const format = useFormat()
  const field = useCall('fields.list', { memberId }).data?.find(one => one.id === fieldId)
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      {field?.name ?? fieldName}
      {field ? (
        <>
          {' · '}
          <span style={{ whiteSpace: 'nowrap' }}>
            {say('inHectares', { hectares: format.number(field.hectares) })}
          </span>
        </>
      ) : null}
      {field?.access ? (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
          {field.access}
        </Text>
      ) : null}
    </div>
  )
}
