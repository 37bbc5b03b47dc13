import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { may } from '#booking/users/roles'
import { openBookingForm } from '../open-booking-form.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { useUser } from '../service/sign-in.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { AskTime } from './ask-time.tsx'
import { PromisedBefore } from './promised-before.tsx'
import type { Decisions } from './use-decision.ts'

type Asking = 'reject' | 'cancel' | 'hand-over' | 'return' | 'no-show' | null

/** What the user can do with a booking, by its status and the user's role. The likeliest action comes first. */
export function BookingActions({ decisions, onLeave }: { decisions: Decisions; onLeave: () => void }) {
  const say = useWords(bookingWords)
  const { role } = useUser()
  const [asking, setAsking] = useState<Asking>(null)
  const { booking, busy } = decisions
  const { status } = booking
  const mayDecide = may(role, 'decide-bookings')
  const ask = (what: Asking) => () => {
    decisions.forget()
    setAsking(what)
  }
  function move() {
    openBookingForm({ bookingId: booking.id })
    onLeave()
  }
  const waiting = status === 'pending' || status === 'approved'
  if (!waiting && status !== 'in-use') return null
  return (
    <>
      {status === 'pending' && !mayDecide ? <Text size="sm">{say('waits')}</Text> : null}
      <Group gap="xs">
        {status === 'pending' && mayDecide ? (
          <>
            <Button loading={busy.approve} onClick={() => void decisions.approve()}>
              {say('approve')}
            </Button>
            <Button variant="default" onClick={ask('reject')}>
              {say('reject')}
            </Button>
          </>
        ) : null}
        {status === 'approved' ? <Button onClick={ask('hand-over')}>{say('handOver')}</Button> : null}
        {status === 'in-use' ? <Button onClick={ask('return')}>{say('return')}</Button> : null}
        {waiting ? (
          <Button variant="default" onClick={move}>
            {say('move')}
          </Button>
        ) : null}
        {status === 'approved' && booking.startMs <= Date.now() ? (
          <Button variant="default" onClick={ask('no-show')}>
            {say('noShow')}
          </Button>
        ) : null}
        {waiting ? (
          <Button variant="default" onClick={ask('cancel')}>
            {say('cancel')}
          </Button>
        ) : null}
      </Group>
      <Asked asking={asking} decisions={decisions} onDone={() => setAsking(null)} />
    </>
  )
}

/** The open dialog. After a refusal it stays open, with the typed text. */
function Asked({ asking, decisions, onDone }: { asking: Asking; decisions: Decisions; onDone: () => void }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { booking, busy, refusal } = decisions
  const names = {
    machine: booking.machineName,
    member: booking.memberName,
    when: format.period(booking.period),
  }
  const closing = async (done: Promise<boolean>) => {
    const yes = await done
    if (yes) onDone()
    return yes
  }
  const common = { refusal, onClose: onDone }
  return (
    <>
      <ConfirmWithReason
        {...common}
        opened={asking === 'reject'}
        about={`reject.${booking.id}`}
        title={say('rejectTitle')}
        explain={say('rejectExplain', names)}
        confirmLabel={say('reject')}
        dangerous
        busy={busy.reject}
        onConfirm={reason => closing(decisions.reject(reason))}
      />
      <ConfirmWithReason
        {...common}
        opened={asking === 'cancel'}
        about={`cancel.${booking.id}`}
        title={say('cancelTitle')}
        explain={say('cancelExplain', names)}
        confirmLabel={say('cancel')}
        keepLabel={say('keep')}
        dangerous
        busy={busy.cancel}
        onConfirm={reason => closing(decisions.cancel(reason))}
      />
      {asking === 'hand-over' ? (
        <AskTime
          {...common}
          title={say('handOverTitle', names)}
          explain={say('handOverExplain', names)}
          confirmLabel={say('handOver')}
          busy={busy.handOver}
          onConfirm={atMs => void closing(decisions.handOver(atMs))}
        >
          {atMs => (atMs === null ? null : <PromisedBefore booking={booking} atMs={atMs} />)}
        </AskTime>
      ) : null}
      {asking === 'return' ? (
        <AskTime
          {...common}
          title={say('returnTitle', names)}
          explain={say('returnExplain', names)}
          confirmLabel={say('return')}
          busy={busy.takeBack}
          onConfirm={atMs => void closing(decisions.takeBack(atMs))}
        />
      ) : null}
      {asking === 'no-show' ? (
        <Confirm
          {...common}
          title={say('noShowTitle', names)}
          explain={say('noShowExplain', names)}
          confirmLabel={say('noShow')}
          busy={busy.noShow}
          onConfirm={() => void closing(decisions.noShow())}
        />
      ) : null}
    </>
  )
}
