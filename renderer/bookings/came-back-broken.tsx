import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { brokenOf } from '#booking/machines/condition'
import { may } from '#booking/users/roles'
import type { BookingFact } from '#calls/booking-facts'
import type { BookingRow } from '#calls/bookings'
import { MAINTENANCE_LENGTHS } from '#calls/limits'
import { MaintenanceForm } from '../maintenance/maintenance-form.tsx'
import { useUser } from '../service/sign-in.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { seenInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'

type CameBackBrokenProps = { booking: BookingRow; facts: readonly BookingFact[] }

/** Of a machine that came back with something broken: what it is, and its repair, with everything filled in. */
export function CameBackBroken({ booking, facts }: CameBackBrokenProps) {
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  const format = useFormat()
  const { role } = useUser()
  const [planning, setPlanning] = useState(false)
  const back = facts.find(fact => fact.standing && fact.kind === 'return')
  const broken = brokenOf(back?.condition ?? [])
  if (broken.length === 0) return null
  const what = broken.map(one => seenInWords(one, format)).join('; ')
  const note = `${what} · ${say('numbered', { number: booking.number })}, ${booking.memberName}`
  const close = () => setPlanning(false)
  return (
    <Alert color="red">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say('cameBackBroken', { what })}</Text>
        {may(role, 'keep-maintenance') ? (
          <Button size="xs" variant="default" onClick={() => setPlanning(true)}>
            {say('planRepair')}
          </Button>
        ) : (
          <Text size="sm">{say('managersWereTold')}</Text>
        )}
      </Stack>
      <Modal
        opened={planning}
        onClose={close}
        title={say('planRepairOf', { machine: booking.machineName })}
        closeButtonProps={{ 'aria-label': part('close') }}
        closeOnClickOutside={false}
        size="lg"
        centered
      >
        {planning ? (
          <MaintenanceForm
            begin={{ machineId: booking.machineId, note: note.slice(0, MAINTENANCE_LENGTHS.note) }}
            onSaved={close}
            onLeave={close}
          />
        ) : null}
      </Modal>
    </Alert>
  )
}
