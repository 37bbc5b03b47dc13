import { Anchor, CloseButton, Group, Stack, Title } from '@mantine/core'
import { type KeyboardEvent, useId } from 'react'
import { may } from '#booking/users/roles'
import { hrefOf } from '../navigation.ts'
import { type BookingFormStart, closeBookingForm, useBookingForm } from '../open-booking-form.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useWords } from '../words/words.ts'
import { BookingFields } from './booking-fields.tsx'

/** The form beside the screen: for a new booking, or to move an existing one. */
export function BookingForm() {
  const { start, opening } = useBookingForm()
  const say = useWords(bookingFormWords)
  const user = useUser()
  const titleId = useId()
  if (!start) return null
  return (
    <Stack
      gap={0}
      h="100%"
      role="dialog"
      aria-modal={false}
      aria-labelledby={titleId}
      onKeyDown={closeOnEscape}
      data-booking-form
    >
      <Group justify="space-between" px="md" pt="sm" pb={4}>
        <Title order={2} size="h3" id={titleId}>
          {say(start.bookingId ? 'moveBooking' : 'newBooking')}
        </Title>
        <CloseButton aria-label={say('close')} onClick={closeBookingForm} />
      </Group>
      <Opened key={`${opening} ${user.id}`} start={start} />
    </Stack>
  )
}

/** What the fields need before they are shown: the machines, and the booking or member given. */
function Opened({ start }: { start: BookingFormStart }) {
  const say = useWords(bookingFormWords)
  const machines = useCall('machines.list', {})
  const booking = useCall(
    'bookings.get',
    { bookingId: start.bookingId ?? '' },
    { enabled: Boolean(start.bookingId) },
  )
  const member = useCall(
    'members.get',
    { memberId: start.memberId ?? '' },
    { enabled: Boolean(start.memberId) },
  )
  return (
    <Answered answer={machines}>
      {list => {
        if (list.length === 0) return <NoMachines />
        if (start.memberId && !member.data && !member.error) return null
        if (!start.bookingId) {
          return (
            <BookingFields machines={list} start={start} member={member.data?.member ?? null} moved={null} />
          )
        }
        return (
          <Answered answer={booking}>
            {({ booking: moved }) =>
              moved ? (
                <BookingFields machines={list} start={start} member={null} moved={moved} />
              ) : (
                <Empty sentence={say('gone')} />
              )
            }
          </Answered>
        )
      }}
    </Answered>
  )
}

function NoMachines() {
  const say = useWords(bookingFormWords)
  const mayAdd = may(useUser().role, 'keep-machines')
  const action = <Anchor href={hrefOf('machines')}>{say('addMachine')}</Anchor>
  return <Empty sentence={say('noMachines')} action={mayAdd ? action : null} />
}

/** Escape closes the form, unless it first closes an open list of choices, or a dialog over the form. */
function closeOnEscape(event: KeyboardEvent<HTMLElement>) {
  if (!event.currentTarget.contains(event.target as HTMLElement)) return
  const inList = (event.target as HTMLElement).closest('[data-mantine-stop-propagation]')
  if (event.key === 'Escape' && !event.defaultPrevented && !inList) closeBookingForm()
}
