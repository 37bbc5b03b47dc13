import type { CalendarController } from '@fullcalendar/react'
import { ActionIcon, Box, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { MachineRow } from '#calls/machines'
import { useBookingForm } from '../open-booking-form.ts'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { calendarWords } from '../words/calendar/screen.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { titleOf, useCalendarView, useView, VIEW_KEYS, VIEWS, type View } from './calendar-view.ts'
import { chooseMachine } from './chosen-machine.ts'

type CalendarHeadProps = {
  machine: MachineRow
  machines: readonly MachineRow[]
  controller: CalendarController
  narrow: boolean
}

/** The machine, the time that is shown and the views, in the line of the screen's title. */
export function CalendarHead({ machine, machines, controller, narrow }: CalendarHeadProps) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const range = useCalendarView(state => state.range)
  const view = useView(narrow)
  return (
    <div className="araro-calendar-head">
      <Machine machine={machine} machines={machines} />
      <Group gap={4} wrap="nowrap">
        <Button
          variant="default"
          onClick={() => controller.gotoDate(todayIn(format.calendar))}
          title={`${say('today')} (T)`}
          aria-keyshortcuts="T"
        >
          {say('today')}
        </Button>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('earlier')}
          title={`${say('earlier')} (←)`}
          aria-keyshortcuts="ArrowLeft"
          onClick={() => controller.prev()}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('later')}
          title={`${say('later')} (→)`}
          aria-keyshortcuts="ArrowRight"
          onClick={() => controller.next()}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
      <Title order={2} aria-live="polite" className="araro-calendar-when">
        {titleOf(view, range, format)}
      </Title>
      <SegmentedControl
        size="xs"
        aria-label={say('view')}
        value={view}
        onChange={value => useCalendarView.setState({ view: value as View })}
        data={VIEWS.map(value => ({
          value,
          label: <span title={`${say(value)} (${VIEW_KEYS[value]})`}>{say(value)}</span>,
        }))}
      />
    </div>
  )
}

/**
 * Chooses the machine. While the booking form is open, its field "Machine" does so for the calendar too, so that there is
 * only one.
 */
function Machine({ machine, machines }: { machine: MachineRow; machines: readonly MachineRow[] }) {
  const formOpen = useBookingForm(state => state.start !== null)
  if (formOpen) {
    return (
      <Text fw={600} truncate>
        {machine.name}
      </Text>
    )
  }
  return (
    <Box className="araro-calendar-machine">
      <MachinePicker
        machines={machines}
        machineId={machine.id}
        onPick={picked => chooseMachine(picked.id)}
        leftByMouse
      />
    </Box>
  )
}
