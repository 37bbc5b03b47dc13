import { Button, Group, Stack, Text } from '@mantine/core'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { standingOf } from '#booking/members/standing'
import { may } from '#booking/users/roles'
import type { MemberRow } from '#calls/members'
import { BookingsBeside } from '../bookings/bookings-beside.tsx'
import { openBookingForm } from '../open-booking-form.ts'
import { openWaitingForm } from '../open-waiting-form.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { StandingBadge } from '../parts/status/standing-badge.tsx'
import { MemberAccount } from '../payments/member-account.tsx'
import { OwesSentence } from '../payments/owes.tsx'
import { MemberQuotas } from '../quotas/member-quotas.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useUser } from '../service/sign-in.ts'
import { MemberSessions } from '../sessions/member-sessions.tsx'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { memberWords } from '../words/members/screen.ts'
import { memberKindWords } from '../words/members/standing.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import { MemberActions } from './member-actions.tsx'
import { MemberFields } from './member-fields.tsx'
import { SuggestSuspension } from './suggest-suspension.tsx'

type MemberPanelProps = {
  member: MemberRow
  counts: Readonly<Record<string, number>>
  owes: OutputOf<'members.get'>['owes']
  onChange: () => void
  onLeave: () => void
}

/** One member: contact, standing and bookings. */
export function MemberPanel({ member, counts, owes, onChange, onLeave }: MemberPanelProps) {
  const say = useWords(memberWords)
  const kinds = useWords(memberKindWords)
  const waiting = useWords(waitingWords)
  const pay = useWords(paymentWords)
  const { role } = useUser()
  const { suspended, suspendedReason, verified } = member
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={say('standing')}>
          <StandingBadge standing={standingOf(member)} />
        </Fact>
        <Fact label={say('kind')}>{member.kind === 'other' ? kinds('other') : null}</Fact>
        <Fact label={say('number')}>{member.number}</Fact>
        <Fact label={say('phone')}>{member.phone ? <PhoneLink phone={member.phone} /> : null}</Fact>
        <Fact label={say('barangay')}>{member.barangay}</Fact>
        <Fact label={say('sector')}>{member.sector}</Fact>
        <Fact label={pay('owes')}>{owes ? <OwesSentence name={member.name} owes={owes} /> : null}</Fact>
        <Fact label={say('counts')}>
          <Counts counts={counts} />
        </Fact>
      </Facts>
      <SuggestSuspension member={member} owes={owes} />
      {suspended ? <Text size="sm">{say('suspendedExplain', { reason: suspendedReason })}</Text> : null}
      {verified || suspended ? null : <Text size="sm">{say('notVerifiedExplain')}</Text>}
      <Group gap="xs" {...OFFERED}>
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
          {verified && !suspended && may(role, 'enter-bookings') ? (
            <Button
              variant="default"
              onClick={() => {
                openWaitingForm({ member })
                onLeave()
              }}
            >
              {waiting('put')}
            </Button>
          ) : null}
          <Button variant="default" onClick={onChange}>
            {say('change')}
          </Button>
        </MemberActions>
      </Group>
      <MemberAccount member={member} />
      <MemberQuotas memberId={member.id} />
      <MemberFields memberId={member.id} />
      <MemberSessions memberId={member.id} />
      <BookingsBeside
        of={{ memberId: member.id, limit: 20 }}
        title={say('bookings')}
        none={say('noBookings')}
      />
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
