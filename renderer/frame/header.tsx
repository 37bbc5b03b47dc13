import { ActionIcon, Badge, Box, Burger, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Suspense } from 'react'
import { openBookingForm } from '../open-booking-form.ts'
import { NoticeBell } from '../screens.tsx'
import { useOfficeState } from '../service/use-office.ts'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'
import { openPalette } from './command-palette.tsx'
import { UserMenu } from './user-menu.tsx'

type HeaderProps = { navigationOpen: boolean; onToggleNavigation: () => void; narrow: boolean }

export function Header({ navigationOpen, onToggleNavigation, narrow }: HeaderProps) {
  const say = useWords(frameWords)
  const office = useOfficeState().data
  return (
    <Group h="100%" px={narrow ? 'xs' : 'md'} justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        {narrow ? (
          <Burger
            opened={navigationOpen}
            onClick={onToggleNavigation}
            size="sm"
            aria-label={say(navigationOpen ? 'closeNavigation' : 'openNavigation')}
            aria-expanded={navigationOpen}
          />
        ) : (
          <img src="./araro.svg" alt="" width={28} height={28} />
        )}
        <Text fw={600} truncate>
          {office?.officeName ?? 'Araro'}
        </Text>
        {office?.sample && !narrow ? (
          <Badge variant="outline" color="gray" c="var(--mantine-color-text)" style={{ flexShrink: 0 }}>
            {say('sampleMark')}
          </Badge>
        ) : null}
      </Group>
      <Group gap={narrow ? 6 : 'xs'} wrap="nowrap">
        <SearchButton narrow={narrow} />
        <NewBookingButton narrow={narrow} />
        <Suspense fallback={<Box w={34} />}>
          <NoticeBell />
        </Suspense>
        <UserMenu narrow={narrow} />
      </Group>
    </Group>
  )
}

/**
 * The only "New booking" button of the window. It is always shown, because the keyboard cannot reach empty days of
 * the calendar.
 */
function NewBookingButton({ narrow }: { narrow: boolean }) {
  const say = useWords(frameWords)
  const label = say('newBooking')
  if (narrow) {
    return (
      <ActionIcon size="lg" aria-label={label} title={label} onClick={() => openBookingForm()}>
        <IconPlus size={20} />
      </ActionIcon>
    )
  }
  return (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => openBookingForm()}
      title={`${label} (N)`}
      aria-keyshortcuts="N"
    >
      {label}
    </Button>
  )
}

function SearchButton({ narrow }: { narrow: boolean }) {
  const say = useWords(frameWords)
  if (narrow) {
    return (
      <ActionIcon variant="default" size="lg" aria-label={say('search')} onClick={openPalette}>
        <IconSearch size={18} />
      </ActionIcon>
    )
  }
  return (
    <Button variant="default" leftSection={<IconSearch size={16} />} onClick={openPalette} title="Ctrl + K">
      {say('search')}
    </Button>
  )
}
