import { Group, Text } from '@mantine/core'
import { quote, type RateUnit } from '#booking/money/price'
import type { Period } from '#booking/time/period'
import type { MachineRow } from '#calls/machines'
import { bookingFormWords } from '../words/bookings/form.ts'
import { type Format, useFormat } from '../words/format.ts'
import { countedUnit, rateUnitWords } from '../words/money/rate-units.ts'
import { type Say, useWords } from '../words/words.ts'
import type { Slot } from './form-fields.ts'

/** The price at the machine's rate, or that it is known only after the work. */
export function PriceLine({ machine, slot }: { machine: MachineRow; slot: Slot | null }) {
  const say = useWords(bookingFormWords)
  const unitName = useWords(rateUnitWords)
  const format = useFormat()
  const sentence = slot && priceSentence(machine, slot.period, slot.units, format, say, unitName)
  if (!sentence) return null
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {say('price')}
      </Text>
      <Text size="sm" fw={600} ta="right">
        {sentence}
      </Text>
    </Group>
  )
}

function priceSentence(
  machine: MachineRow,
  period: Period,
  units: number,
  format: Format,
  say: Say<typeof bookingFormWords.en>,
  unitName: (unit: RateUnit) => string,
): string | null {
  if (!machine.rate) return null
  const quoted = quote(machine.rate, period, units, format.calendar)
  const rate = format.money(quoted.rate.centavos)
  if (quoted.kind === 'measured-later') return say('priceLater', { rate, unit: unitName(quoted.rate.per) })
  if (!Number.isFinite(quoted.quantity) || quoted.quantity <= 0) return null
  const total = format.money(quoted.centavos)
  if (quoted.rate.per === 'flat') return say('priceFlat', { total })
  const quantity = `${format.number(quoted.quantity)} ${countedUnit(unitName(quoted.rate.per), quoted.quantity, format.language)}`
  return say('priceTotal', { total, quantity, rate })
}
