import { Group, Text } from '@mantine/core'
import { quote } from '#booking/money/price'
import type { BookingRow } from '#calls/booking-rows'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { priceInWords, priceWords } from '../words/money/price.ts'
import { useWords } from '../words/words.ts'
import type { Slot } from './form-fields.ts'

type PriceLineProps = {
  machine: MachineRow
  slot: Slot | null
  member: { readonly id: string } | null
  /** Of the place where the work is to be done, if one is chosen. */
  hectares: number | null
  /** The booking that is moved: on the same machine it keeps the rate that it was promised at. */
  moved: BookingRow | null
}

/**
 * What it costs, and how that comes about: at the rate of its first day for this member. Where it is charged by the
 * hectare, the hectares of the chosen field say how much that may be.
 */
export function PriceLine({ machine, slot, member, hectares, moved }: PriceLineProps) {
  const say = useWords(priceWords)
  const format = useFormat()
  const promised = usePromisedRate(machine, moved)
  const asked = {
    machineId: machine.id,
    ...(member && { memberId: member.id }),
    ...(slot && { period: slot.period, units: slot.units }),
  }
  const options = { enabled: slot !== null, keepPrevious: true }
  const quoted = useCall('rates.quote', asked, options).data?.quote ?? null
  const byField = quoted?.rate.per === 'hectare' && hectares !== null
  const estimate = useCall('rates.quote', { ...asked, quantity: hectares ?? 1 }, { enabled: byField }).data
    ?.quote
  if (!slot) return null
  const price = promised ? quote(promised, slot.period, slot.units, format.calendar) : quoted
  const sentence = price && priceInWords(price, format)
  if (!sentence) return null
  const perhaps = byField && estimate && !promised ? priceInWords(estimate, format) : null
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
      <Text size="sm" c="dimmed">
        {say('price')}
      </Text>
      <div style={{ textAlign: 'right' }}>
        <Text size="sm" fw={600}>
          {sentence}
        </Text>
        {perhaps ? <Text size="sm">{say('forField', { price: perhaps })}</Text> : null}
      </div>
    </Group>
  )
}

function usePromisedRate(machine: MachineRow, moved: BookingRow | null) {
  const answer = useCall('bookings.get', { bookingId: moved?.id ?? '' }, { enabled: moved !== null })
  const isPromised = moved !== null && moved.memberKind !== null && moved.machineId === machine.id
  return isPromised ? (answer.data?.price?.rate ?? null) : null
}
