import { Box, Button, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { may } from '#booking/users/roles'
import type { MachineRow } from '#calls/machines'
import { goTo } from '../navigation.ts'
import { useBookingForm } from '../open-booking-form.ts'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { MachineBadge } from '../parts/status/machine-badge.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { chooseMachine, useChosenMachine } from './chosen-machine.ts'
import { Legend } from './legend.tsx'
import { MachineCalendar } from './machine-calendar.tsx'

export function CalendarScreen() {
  const say = useWords(calendarWords)
  const machines = useCall('machines.list', {})
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const { machineId } = useChosenMachine()
  const firstId = machines.data?.[0]?.id
  useEffect(() => {
    if (!machineId && firstId) chooseMachine(firstId)
  }, [machineId, firstId])
  return (
    <Page title={say('title')}>
      <Answered answer={machines}>
        {list => {
          const machine = list.find(one => one.id === machineId) ?? list[0]
          if (!machine) return <NoMachines />
          return (
            <>
              <MachineLine machine={machine} machines={list} />
              <MachineCalendar machine={machine} narrow={narrow} />
              <Legend />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

/** The height of the field, so that nothing below moves when the form opens. */
const LINE_HEIGHT = 58

/**
 * Chooses the machine. While the booking form is open, its field "Machine" does so for the calendar too, so that
 * there is only one.
 */
function MachineLine({ machine, machines }: { machine: MachineRow; machines: readonly MachineRow[] }) {
  const formOpen = useBookingForm(state => state.start !== null)
  return (
    <Group
      gap="md"
      mb="xs"
      align={formOpen ? 'center' : 'flex-end'}
      mih={LINE_HEIGHT}
      wrap={formOpen ? 'nowrap' : 'wrap'}
    >
      {formOpen ? (
        <Text fw={600} size="lg" style={{ flexShrink: 0 }}>
          {machine.name}
        </Text>
      ) : (
        <Box w={{ base: '100%', xs: 280 }}>
          <MachinePicker
            machines={machines}
            machineId={machine.id}
            onPick={picked => chooseMachine(picked.id)}
          />
        </Box>
      )}
      <MachineFacts machine={machine} oneLine={formOpen} />
    </Group>
  )
}

function MachineFacts({ machine, oneLine }: { machine: MachineRow; oneLine: boolean }) {
  const say = useWords(calendarWords)
  const unit = useWords(rateUnitWords)
  const format = useFormat()
  const { rate } = machine
  const facts = [
    machine.type,
    say(machine.bookingMode === 'days' ? 'byDays' : 'byTime'),
    rate ? say('per', { rate: format.money(rate.centavos), unit: unit(rate.per) }) : '',
    machine.location,
  ]
  return (
    <Group gap="xs" mih={36} miw={0} wrap={oneLine ? 'nowrap' : 'wrap'}>
      <MachineBadge machine={machine} />
      <Text size="sm" c="dimmed" truncate={oneLine}>
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </Group>
  )
}

function NoMachines() {
  const say = useWords(calendarWords)
  const mayAdd = may(useUser().role, 'keep-machines')
  return (
    <Empty
      sentence={say(mayAdd ? 'noMachines' : 'noMachinesClerk')}
      action={mayAdd ? <Button onClick={() => goTo('machines')}>{say('addMachine')}</Button> : null}
    />
  )
}
