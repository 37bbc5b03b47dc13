import { Anchor, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { memberRefusal } from '#booking/bookings/decide-booking'
import type { BookingRow } from '#calls/booking-rows'
import { UNITS } from '#calls/limits'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { numberField } from '../parts/form/fields.ts'
import type { FieldsOf } from '../parts/form/use-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

/** Null and empty: as it was promised. */
export type SwapTyped = {
  machineId: string | null
  units: NumberTyped
  member: PickedMember | null
  /** A text that is no member yet. */
  memberText: string | null
}
export const AS_PROMISED: SwapTyped = { machineId: null, units: '', member: null, memberText: null }

type SwapFieldsProps = {
  form: FieldsOf<SwapTyped>
  booking: BookingRow
  /** Another machine has other implements. */
  onSwap: () => void
}

/**
 * Another machine or another number of units goes out, or another member takes it. Says at once whether that is free for
 * the booked time, and whether they may book.
 */
export function SwapFields({ form, booking, onSwap }: SwapFieldsProps) {
  const say = useWords(bookingWords)
  const { machineId, units } = form.typed
  const { member, memberText } = form.typed
  const isTyped = machineId !== null || units !== '' || member !== null || memberText !== null
  const [asked, setAsked] = useState(isTyped)
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
      <OtherMember form={form} booking={booking} />
      {isOther && check?.free ? (
        <Text size="sm" aria-live="polite">
          {say('swapFree')}
        </Text>
      ) : null}
      {isOther && check && !check.free ? <RefusalPanel refusal={check.refusal} /> : null}
    </Stack>
  )
}

function OtherMember({ form, booking }: Pick<SwapFieldsProps, 'form' | 'booking'>) {
  const format = useFormat()
  const { member, memberText } = form.typed
  const { memberId, memberName, memberNumber } = booking
  const found = useCall('members.get', { memberId: member?.id ?? '' }, { enabled: member !== null }).data
  const refusal = found?.member ? memberRefusal(found.member) : undefined
  return (
    <MemberPicker
      member={member ?? { id: memberId, name: memberName, number: memberNumber }}
      onPick={({ id, name, number }) =>
        form.type({ member: id === memberId ? null : { id, name, number }, memberText: null })
      }
      typed={memberText}
      onType={text => form.type({ memberText: text })}
      error={refusal ? refusalSentence(refusal, format) : form.wrongAt('memberText')}
    />
  )
}
