import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import type { Alternative, BookingRow } from '#calls/booking-rows'
import type { SettleItem as Item } from '#calls/settle'
import { Asked, MainAction } from '../bookings/booking-actions.tsx'
import { type Decisions, useDecision } from '../bookings/use-decision.ts'
import { WhyNotNow } from '../bookings/why-not-now.tsx'
import { useHistoryInWords } from '../history/in-words.ts'
import { usePlace } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { SettleBadge } from '../parts/status/settle-badge.tsx'
import { StatusBadge } from '../parts/status/status-badge.tsx'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { settleWords } from '../words/settling/screen.ts'
import { useWords } from '../words/words.ts'
import { TellDialog } from './tell-dialog.tsx'

/** One promise that cannot be kept for now: what stands in its way, whom to call, and its ways out. */
export function SettleItem({ item }: { item: Item }) {
  const say = useWords(settleWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const decisions = useDecision(item.booking)
  const { booking, refusal, asking } = decisions
  const whichId = useId()
  const { told } = item
  const own = useRef<HTMLLIElement>(null)
  const isOpen = usePlace().open === booking.id
  useEffect(() => {
    if (!isOpen) return undefined
    // After the heading of the screen, which takes the focus when the screen opens.
    const timer = setTimeout(() => {
      own.current?.scrollIntoView({ block: 'nearest' })
      own.current?.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
  }, [isOpen])
  return (
    <Paper
      component="li"
      ref={own}
      tabIndex={-1}
      data-chosen={isOpen || undefined}
      className="araro-settling-item"
      withBorder
    >
      <Group id={whichId} gap="xs" className="araro-settling-which">
        <SettleBadge why={item.why} />
        <Text fw={600}>{booking.machineName}</Text>
        <Text>{format.period(booking.period)}</Text>
        <RecordLink entity="booking" id={booking.id}>
          {booking.memberName}
        </RecordLink>
        <PhoneLink phone={booking.memberPhone} label={say('call', { member: booking.memberName })} />
        <Text size="sm" c="dimmed" className="araro-settling-since">
          {say('since', { when: format.instant(item.sinceMs) })}
        </Text>
      </Group>
      <WhyNotNow booking={booking} settling={item} />
      {told ? (
        <Text size="sm">
          <StatusBadge look="good">{say('waits')}</StatusBadge>{' '}
          {say('told', { by: who(told.byName), when: format.instant(told.atMs), note: told.note })}
        </Text>
      ) : null}
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      {booking.status === 'in-use' ? (
        <div>
          <MainAction size="xs" decisions={decisions} which={whichId} />
          <Asked decisions={decisions} />
        </div>
      ) : (
        <WaysOut item={item} decisions={decisions} whichId={whichId} />
      )}
    </Paper>
  )
}

type WaysOutProps = { item: Item; decisions: Decisions; whichId: string }

function WaysOut({ item, decisions, whichId }: WaysOutProps) {
  const say = useWords(settleWords)
  const sayOfBooking = useWords(bookingWords)
  const { booking, busy, asking, ask, close, refusal } = decisions
  const format = useFormat()
  const names = { machine: booking.machineName, when: format.period(booking.period) }
  return (
    <Stack gap={6}>
      <Group gap={6} role="group" aria-labelledby={whichId}>
        {item.alternatives.length === 0 ? (
          <Text size="sm" c="dimmed">
            {say('noneFree')}
          </Text>
        ) : null}
        {item.alternatives.map(one => (
          <Offer
            key={`${one.machineId} ${format.period(one.period)}`}
            offered={one}
            booking={booking}
            busy={busy.move}
            onTake={() => void decisions.moveTo(one)}
          />
        ))}
        <Button size="xs" variant="default" onClick={() => openBookingForm({ bookingId: booking.id })}>
          {say('anotherTime')}
        </Button>
        {item.why === 'overlap' ? null : (
          <Button size="xs" variant="default" onClick={() => ask('bookings.settle')}>
            {say('wait')}
          </Button>
        )}
        <Button size="xs" {...DESTRUCTIVE} onClick={() => ask('bookings.cancel')}>
          {sayOfBooking('cancel')}
        </Button>
      </Group>
      <TellDialog
        opened={asking === 'bookings.settle'}
        booking={booking}
        busy={busy.settle}
        refusal={refusal}
        onTold={decisions.settle}
        onClose={close}
        onOpenAgain={() => ask('bookings.settle')}
      />
      <ConfirmWithReason
        opened={asking === 'bookings.cancel'}
        about={`cancel.${booking.id}`}
        title={sayOfBooking('cancelTitle')}
        explain={sayOfBooking('cancelExplain', names)}
        confirmLabel={sayOfBooking('cancel')}
        keepLabel={sayOfBooking('keep')}
        dangerous
        busy={busy.cancel}
        refusal={refusal}
        onConfirm={decisions.cancel}
        onClose={close}
        onOpenAgain={() => ask('bookings.cancel')}
      />
    </Stack>
  )
}

type OfferProps = { offered: Alternative; booking: BookingRow; busy: boolean; onTake: () => void }

/** A free time or machine instead. One press takes it. */
function Offer({ offered, booking, busy, onTake }: OfferProps) {
  const say = useWords(settleWords)
  const format = useFormat()
  const when = format.period(offered.period)
  const sameTime = when === format.period(booking.period) && offered.machineId !== booking.machineId
  return (
    <Button
      size="xs"
      h="auto"
      mih={30}
      py={4}
      maw="100%"
      variant="light"
      loading={busy}
      styles={{ label: { whiteSpace: 'normal' } }}
      onClick={onTake}
    >
      {say(sameTime ? 'sameTime' : 'take', { machine: offered.machineName, when })}
    </Button>
  )
}
