import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { mayExtend } from '#booking/bookings/status'
import type { Quote } from '#booking/money/price'
import type { BookingFact } from '#calls/booking-facts'
import type { BookingRow } from '#calls/booking-rows'
import type { HistoryRow } from '#calls/history'
import type { MemberRow } from '#calls/members'
import { showInCalendar } from '../calendar/show-in-calendar.ts'
import { WhatChanged } from '../history/history-line.tsx'
import { useHistoryInWords } from '../history/in-words.ts'
import { hrefOf } from '../navigation.ts'
import { bookAgain } from '../open-booking-form.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { BookingAccount } from '../payments/booking-account.tsx'
import { LateFeeOffered } from '../payments/late-fee.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { type Format, useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { BackEarly } from './back-early.tsx'
import { BookingActions } from './booking-actions.tsx'
import { BookingFacts } from './booking-facts.tsx'
import { BookingNotes } from './booking-notes.tsx'
import { CameBackBroken } from './came-back-broken.tsx'
import { CorrectForm, correctionOf } from './correct-form.tsx'
import { ExtendForm, extensionOf } from './extend-form.tsx'
import { NotNow } from './not-now.tsx'
import { Slip } from './slip.tsx'
import { useDecision } from './use-decision.ts'
import { UseFacts } from './use-facts.tsx'

type BookingDetailsProps = { bookingId: string; onClose: () => void }

/** Everything about one booking, its actions and its history, beside the current screen. */
export function BookingDetails({ bookingId, onClose }: BookingDetailsProps) {
  const say = useWords(bookingWords)
  const answer = useCall('bookings.get', { bookingId })
  const booking = answer.data?.booking
  return (
    <SidePanel opened title={booking ? booking.machineName : say('details')} onClose={onClose}>
      <Answered answer={answer}>
        {({ booking, price, facts, history, member, settling, cannotGoOut }) =>
          booking ? (
            <Details
              key={booking.id}
              booking={booking}
              price={price}
              facts={facts}
              history={history}
              member={member}
              notNow={<NotNow booking={booking} settling={settling} cannotGoOut={cannotGoOut} />}
              onClose={onClose}
            />
          ) : (
            <Empty sentence={say('gone')} />
          )
        }
      </Answered>
    </SidePanel>
  )
}

type DetailsProps = {
  booking: BookingRow
  price: Quote | null
  facts: readonly BookingFact[]
  history: readonly HistoryRow[]
  member: MemberRow | null
  notNow: ReactNode
  onClose: () => void
}

function Details({ booking: shown, price, facts, history, member, notNow, onClose }: DetailsProps) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const decisions = useDecision(shown)
  const { booking, refusal, asking } = decisions
  const correction = correctionOf(booking)
  const extension = extensionOf(booking)
  const forms = useInnerForms([correction, extension])
  return (
    <Stack gap="md">
      <Group gap="xs">
        <BookingBadge status={booking.status} overdue={booking.overdue} />
        <Text size="sm" fw={600}>
          {format.period(booking.period)}
        </Text>
        <Text size="sm" c="dimmed">
          {say('numbered', { number: booking.number })}
        </Text>
      </Group>
      {booking.overdue ? (
        <Text size="sm" c="var(--mantine-color-error)">
          {say('overdueSince', { when: endOf(booking, format) })}
        </Text>
      ) : null}
      {notNow}
      <BookingFacts booking={booking} price={price} member={member} />
      <UseFacts booking={booking} facts={facts} />
      <CameBackBroken booking={booking} facts={facts} />
      <BackEarly booking={booking} />
      <LateFeeOffered booking={booking} />
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      <BookingActions decisions={decisions} onLeave={onClose}>
        {mayExtend(booking.status) && forms.open !== extension ? (
          <Button
            variant="default"
            autoFocus={forms.left === extension}
            onClick={() => forms.press(extension)}
          >
            {say('extend')}
          </Button>
        ) : null}
        {forms.open === correction ? null : (
          <Button
            variant="default"
            autoFocus={forms.left === correction}
            onClick={() => forms.press(correction)}
          >
            {say('correct')}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => {
            bookAgain(booking)
            onClose()
          }}
        >
          {say('bookAgain')}
        </Button>
      </BookingActions>
      {forms.open === correction ? (
        <CorrectForm booking={booking} autoFocus={forms.pressed} onLeave={forms.leave} />
      ) : null}
      {forms.open === extension && mayExtend(booking.status) ? (
        <ExtendForm booking={booking} autoFocus={forms.pressed} onLeave={forms.leave} />
      ) : null}
      <BookingAccount booking={booking} />
      <Group gap="md" {...OFFERED}>
        <Anchor
          size="sm"
          href={hrefOf('calendar')}
          onClick={() => showInCalendar(booking.machineId, format.calendar.dayOf(booking.startMs))}
        >
          {say('calendar')}
        </Anchor>
        <RecordLink entity="member" id={booking.memberId}>
          {say('memberPanel')}
        </RecordLink>
        <Slip booking={booking} facts={facts} />
      </Group>
      <BookingNotes booking={booking} history={history} />
      <BookingHistory rows={history} />
    </Stack>
  )
}

/** A booking by days is shown as ending on its last day, not at the following midnight. */
function endOf({ period, endMs }: BookingRow, format: Format): string {
  return period.kind === 'days' ? format.day(period.to) : format.instant(endMs)
}

/** Who did what and when, newest first. */
function BookingHistory({ rows }: { rows: readonly HistoryRow[] }) {
  const say = useWords(bookingWords)
  const inWords = useHistoryInWords()
  const format = useFormat()
  const newestFirst = [...rows].sort((a, b) => b.seq - a.seq)
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('history')}
      </Title>
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {newestFirst.map(row => (
          <li key={row.seq}>
            <Text size="sm">
              {inWords.deed(row)} · {inWords.who(row.userName)}
            </Text>
            <Text size="sm" c="dimmed">
              {format.instant(row.atMs)}
            </Text>
            <WhatChanged row={row} />
          </li>
        ))}
      </Stack>
    </Stack>
  )
}
