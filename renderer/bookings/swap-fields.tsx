import { Anchor, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BookingRow } from '#calls/bookings'
import { UNITS } from '#calls/limits'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { numberField } from '../parts/form/fields.ts'
import type { FieldsOf } from '../parts/form/use-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useWords } from '../words/words.ts'

/** Null and empty: as it was promised. */
export type SwapTyped = { machineId: string | null; units: NumberTyped }

type SwapFieldsProps = {
  form: FieldsOf<SwapTyped>
  booking: BookingRow
  /** Another machine has other implements. */
  onSwap: () => void
}

/** Another machine or another number of units goes out. Says at once whether that is free for the booked time. */
export function SwapFields({ form, booking, onSwap }: SwapFieldsProps) {
  const say = useWords(bookingWords)
  const { machineId, units } = form.typed
  const [asked, setAsked] = useState(machineId !== null || units !== '')
  const machines = useCall('machines.list', {}).data ?? []
  const promised = machines.find(machine => machine.id === booking.machineId)
  const going = machines.find(machine => machine.id === (machineId ?? booking.machineId))
  const wanted = readNumber(units, UNITS) ?? booking.units
  const isOther = (machineId !== null && machineId !== booking.machineId) || wanted !== booking.units
  const slot = { machineId: machineId ?? booking.machineId, period: booking.period, units: wanted }
  const check = useCall(
    'bookings.check',
    { ...slot, exceptBookingId: booking.id },
    { enabled: asked && isOther, alwaysFresh: true },
  ).data
  if (!asked) {
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setAsked(true)}
      >
        {say('anotherMachine')}
      </Anchor>
    )
  }
  const likely = machines.filter(machine => machine.bookingMode === promised?.bookingMode)
  const ofType = likely.filter(machine => machine.typeId === promised?.typeId)
  const others = likely.filter(machine => machine.typeId !== promised?.typeId)
  const options = (list: typeof machines) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Select
          flex={1}
          label={form.labelOf('machineId')}
          data={[
            { group: promised?.type ?? '', items: options(ofType) },
            { group: say('otherMachines'), items: options(others) },
          ]}
          value={machineId ?? booking.machineId}
          onChange={id => {
            form.type({ machineId: id === booking.machineId ? null : id })
            onSwap()
          }}
          allowDeselect={false}
        />
        {going && going.capacity > 1 ? (
          <NumberField {...numberField(form, 'units', UNITS)} placeholder={String(booking.units)} optional />
        ) : null}
      </Group>
      {isOther && check?.free ? (
        <Text size="sm" aria-live="polite">
          {say('swapFree')}
        </Text>
      ) : null}
      {isOther && check && !check.free ? <RefusalPanel refusal={check.refusal} /> : null}
    </Stack>
  )
}
