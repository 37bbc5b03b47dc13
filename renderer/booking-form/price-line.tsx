import { Group, Text } from '@mantine/core'
import { quote } from '#booking/money/price'
import type { MachineRow } from '#calls/machines'
import { useFormat } from '../words/format.ts'
import { priceInWords, priceWords } from '../words/money/price.ts'
import { useWords } from '../words/words.ts'
import type { Slot } from './form-fields.ts'

/** The price at the machine's rate, or that it is known only after the work. */
export function PriceLine({ machine, slot }: { machine: MachineRow; slot: Slot | null }) {
  const say = useWords(priceWords)
  const format = useFormat()
  if (!slot || !machine.rate) return null
  const sentence = priceInWords(quote(machine.rate, slot.period, slot.units, format.calendar), format)
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
