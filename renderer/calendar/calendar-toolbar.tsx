import { ActionIcon, Button, Group, SegmentedControl, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { calendarWords } from '../words/calendar/screen.ts'
import { useWords } from '../words/words.ts'
import { VIEWS, type View } from './calendar-view.ts'

type CalendarToolbarProps = {
  title: string
  view: View
  onView: (view: View) => void
  onToday: () => void
  onEarlier: () => void
  onLater: () => void
}

export function CalendarToolbar({ title, view, onView, onToday, onEarlier, onLater }: CalendarToolbarProps) {
  const say = useWords(calendarWords)
  return (
    <Group justify="space-between" gap="xs" mb="xs">
      <Group gap={6} wrap="nowrap">
        <Button variant="default" size="xs" onClick={onToday} style={{ flexShrink: 0 }}>
          {say('today')}
        </Button>
        <ActionIcon variant="default" aria-label={say('earlier')} onClick={onEarlier}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={say('later')} onClick={onLater}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <Title order={2} size="h4" ml={6} aria-live="polite">
          {title}
        </Title>
      </Group>
      <SegmentedControl
        size="xs"
        aria-label={say('view')}
        value={view}
        onChange={value => onView(value as View)}
        data={VIEWS.map(value => ({ value, label: say(value) }))}
      />
    </Group>
  )
}
