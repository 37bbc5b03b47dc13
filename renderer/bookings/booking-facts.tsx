import type { Quote } from '#booking/money/price'
import type { BookingRow } from '#calls/booking-rows'
import type { MemberRow } from '#calls/members'
import { useHistoryInWords } from '../history/in-words.ts'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { StandingBadge } from '../parts/status/standing-badge.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { priceInWords, priceWords } from '../words/money/price.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { BookedFieldFact } from './booked-field.tsx'

type BookingFactsProps = { booking: BookingRow; price: Quote | null; member: MemberRow | null }

export function BookingFacts({ booking, price, member }: BookingFactsProps) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const { requestedBy, requestedMs } = booking
  const priced = useWords(priceWords)
  const unitsInWords = useUnitsInWords(booking)
  return (
    <Facts>
      <Fact label={say('member')}>
        {booking.memberName} · {booking.memberNumber}{' '}
        {member?.suspended ? <StandingBadge standing="suspended" /> : null}
        {member && !member.verified ? <StandingBadge standing="not-verified" /> : null}
      </Fact>
      <Fact label={say('barangay')}>{member?.barangay}</Fact>
      <Fact label={say('phone')}>
        {booking.memberPhone ? <PhoneLink phone={booking.memberPhone} /> : null}
      </Fact>
      <Fact label={say('units')}>{unitsInWords}</Fact>
      <BookedFieldFact booking={booking} />
      <Fact label={say('purpose')}>{booking.purpose}</Fact>
      <Fact label={priced('price')}>{price && priceInWords(price, format)}</Fact>
      <Fact label={say('requested')}>
        {say('requestedBy', { name: who(requestedBy.name), when: format.instant(requestedMs) })}
      </Fact>
      <Fact label={say('reason')}>{booking.reason}</Fact>
      <Fact label={say('overrideReason')}>{booking.overrideReason}</Fact>
      <Fact label={say('expectedBackMs')}>
        {booking.status !== 'in-use' || booking.expectedBackMs === null
          ? null
          : format.instant(booking.expectedBackMs)}
      </Fact>
    </Facts>
  )
}

/** "24 sacks", as the machine's units are called; null for a machine that is rented as a whole. */
function useUnitsInWords({ machineId, units }: BookingRow): string | null {
  const format = useFormat()
  const machines = useCall('machines.list', { withRetired: true }).data
  const { unitName = '', capacity = 1 } = machines?.find(machine => machine.id === machineId) ?? {}
  if (units === 1 && capacity === 1) return null
  return `${format.number(units)} ${countedUnit(unitName, units, format.language)}`.trim()
}
