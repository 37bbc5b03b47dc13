import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { standingOf } from '#booking/members/standing'
import type { MemberRow } from '#calls/members'
import { BookingRows } from '../bookings/booking-rows.tsx'
import { openBookingForm } from '../open-booking-form.ts'
import { Paged } from '../parts/lists/paged.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { StandingBadge } from '../parts/status/standing-badge.tsx'
import { usePages } from '../service/use-pages.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'
import { MemberActions } from './member-actions.tsx'
import { MemberFields } from './member-fields.tsx'

type MemberPanelProps = {
  member: MemberRow
  counts: Readonly<Record<string, number>>
  onChange: () => void
  onLeave: () => void
}

/** One member: contact, standing and bookings. */
export function MemberPanel({ member, counts, onChange, onLeave }: MemberPanelProps) {
  const say = useWords(memberWords)
  const { suspended, suspendedReason, verified } = member
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={say('standing')}>
          <StandingBadge standing={standingOf(member)} />
        </Fact>
        <Fact label={say('number')}>{member.number}</Fact>
        <Fact label={say('phone')}>
          {member.phone ? (
            <Anchor size="sm" href={`tel:${member.phone.replaceAll(' ', '')}`}>
              {member.phone}
            </Anchor>
          ) : null}
        </Fact>
        <Fact label={say('barangay')}>{member.barangay}</Fact>
        <Fact label={say('sector')}>{member.sector}</Fact>
        <Fact label={say('counts')}>
          <Counts counts={counts} />
        </Fact>
      </Facts>
      {suspended ? <Text size="sm">{say('suspendedExplain', { reason: suspendedReason })}</Text> : null}
      {verified || suspended ? null : <Text size="sm">{say('notVerifiedExplain')}</Text>}
      <Group gap="xs">
        {verified && !suspended ? (
          <Button
            onClick={() => {
              openBookingForm({ memberId: member.id })
              onLeave()
            }}
          >
            {say('bookSomething')}
          </Button>
        ) : null}
        <MemberActions member={member}>
          <Button variant="default" onClick={onChange}>
            {say('change')}
          </Button>
        </MemberActions>
      </Group>
      <MemberFields memberId={member.id} />
      <TheirBookings memberId={member.id} />
    </Stack>
  )
}

function Counts({ counts }: { counts: Readonly<Record<string, number>> }) {
  const say = useWords(memberWords)
  const named = useWords(bookingStatusWords)
  const parts = BOOKING_STATUSES.filter(status => counts[status]).map(status =>
    say('count', { number: counts[status] ?? 0, status: named(status).toLowerCase() }),
  )
  return parts.length > 0 ? parts.join(' · ') : say('noCounts')
}

function TheirBookings({ memberId }: { memberId: string }) {
  const say = useWords(memberWords)
  const answer = usePages('bookings.list', { memberId, limit: 20 })
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('bookings')}
      </Title>
      <Paged
        answer={answer}
        rowsOf={page => page.bookings}
        empty={
          <Text size="sm" c="dimmed">
            {say('noBookings')}
          </Text>
        }
      >
        {bookings => <BookingRows bookings={bookings} caption={say('bookings')} withoutMember />}
      </Paged>
    </Stack>
  )
}
