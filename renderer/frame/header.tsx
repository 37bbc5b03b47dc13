import { ActionIcon, Badge, Box, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Suspense } from 'react'
import { may } from '#booking/users/roles'
import { openBookingForm } from '../open-booking-form.ts'
import { NoticeBell } from '../screens.tsx'
import { useUser } from '../service/sign-in.ts'
import { useOfficeState } from '../service/use-office.ts'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'
import { openPalette } from './command-palette.tsx'
import { UserMenu } from './user-menu.tsx'

/** @param props.narrow on a phone, where the bar at the lower edge has the navigation and the new booking */
export function Header({ narrow }: { narrow: boolean }) {
  const say = useWords(frameWords)
  const office = useOfficeState().data
  const mayBook = may(useUser().role, 'enter-bookings')
  return (
    <Group h="100%" px={narrow ? 'xs' : 'md'} justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <img src="./araro.svg" alt="" width={28} height={28} />
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
        {narrow || !mayBook ? null : <NewBookingButton />}
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
function NewBookingButton() {
  const say = useWords(frameWords)
  const label = say('newBooking')
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
