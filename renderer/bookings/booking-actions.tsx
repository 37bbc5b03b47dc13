import { Button, type ButtonProps, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { mayBecome, mayMove } from '#booking/bookings/status'
import { may } from '#booking/users/roles'
import type { BookingRow } from '#calls/booking-rows'
import { MayBreakDown } from '../maintenance/under-repair.tsx'
import { openBookingForm } from '../open-booking-form.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { AskTime } from './ask-time.tsx'
import { useGoingOut } from './going-out.ts'
import { HandOverDialog } from './hand-over-form.tsx'
import { TakeBackDialog } from './take-back-form.tsx'
import type { Decisions } from './use-decision.ts'

type BookingActionsProps = {
  decisions: Decisions
  onLeave: () => void
  /** Other buttons of the row. They stand before the ones that take something away. */
  children: ReactNode
}

/** What the user can do with a booking, by its status and the user's role. The likeliest action comes first. */
export function BookingActions({ decisions, onLeave, children }: BookingActionsProps) {
  const say = useWords(bookingWords)
  const { role } = useUser()
  const { booking, ask } = decisions
  const { status } = booking
  const mayDecide = may(role, 'decide-bookings')
  function move() {
    openBookingForm({ bookingId: booking.id })
    onLeave()
  }
  const movable = mayMove(status)
  if (!movable && status !== 'in-use') {
    return (
      <Group gap="xs" {...OFFERED}>
        {children}
      </Group>
    )
  }
  return (
    <>
      {status === 'pending' && !mayDecide ? <Text size="sm">{say('waits')}</Text> : null}
      <Group gap="xs" {...OFFERED}>
        <MainAction decisions={decisions} />
        {status === 'in-use' ? (
          <Button variant="default" onClick={() => ask('bookings.expect')}>
            {say('expectedBackMs')}
          </Button>
        ) : null}
        {status === 'in-use' ? (
          <MayBreakDown machineId={booking.machineId} machineName={booking.machineName} />
        ) : null}
        {movable ? (
          <Button variant="default" onClick={move}>
            {say('move')}
          </Button>
        ) : null}
        {status === 'approved' && booking.startMs <= Date.now() ? (
          <Button variant="default" onClick={() => ask('bookings.noShow')}>
            {say('noShow')}
          </Button>
        ) : null}
        {children}
        {status === 'pending' && mayDecide ? (
          <Button {...DESTRUCTIVE} onClick={() => ask('bookings.reject')}>
            {say('reject')}
          </Button>
        ) : null}
        {mayBecome(status, 'cancelled') ? (
          <Button {...DESTRUCTIVE} onClick={() => ask('bookings.cancel')}>
            {say('cancel')}
          </Button>
        ) : null}
      </Group>
      <Asked decisions={decisions} />
    </>
  )
}

type MainActionProps = Pick<ButtonProps, 'size'> & {
  decisions: Decisions
  /** The id of what tells this booking from the others of a list. */
  which?: string
}

/** The button for what comes next for a booking: a decision, its hand-over or its return. `Asked` has its question. */
export function MainAction({ decisions, size, which }: MainActionProps) {
  const say = useWords(bookingWords)
  const { role } = useUser()
  const { booking, busy, ask } = decisions
  const words = useGoingOut(booking.machineId)
  const why = useNotThere(booking)
  const looks = { ...(size && { size }), ...(which && { 'aria-describedby': which }) }
  const { status } = booking
  if (status === 'pending' && may(role, 'decide-bookings')) {
    return (
      <Button {...looks} loading={busy.approve} onClick={() => void decisions.approve()}>
        {say('approve')}
      </Button>
    )
  }
  if (status !== 'approved' && status !== 'in-use') return null
  const [command, word] =
    status === 'approved'
      ? (['bookings.handOver', words.go] as const)
      : (['bookings.return', words.comeBack] as const)
  const notThere = status === 'approved' ? why : null
  const button = (
    <Button {...looks} {...(notThere && { variant: 'default' })} onClick={() => ask(command)}>
      {say(word)}
    </Button>
  )
  // The details of a booking say more about it above their buttons.
  if (!notThere || !size) return button
  return (
    <Stack gap={2} align="flex-start">
      {button}
      <Text size="xs" c="var(--mantine-color-error)">
        {say(notThere)}
      </Text>
    </Stack>
  )
}

/** Why a machine that is rented as a whole cannot go out now; null if it can. Another one still can in its place. */
function useNotThere({ machineId }: BookingRow): 'notBackYet' | 'underRepair' | null {
  const machine = useCall('machines.list', { withRetired: true }).data?.find(one => one.id === machineId)
  if (!machine || machine.capacity > 1) return null
  if (machine.out.length > 0) return 'notBackYet'
  return machine.status === 'maintenance' ? 'underRepair' : null
}

/** The open dialog. After a refusal it stays open, with the typed text. */
export function Asked({ decisions }: { decisions: Decisions }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { booking, busy, refusal, asking, ask, close } = decisions
  const names = {
    machine: booking.machineName,
    member: booking.memberName,
    when: format.period(booking.period),
  }
  const common = { refusal, onClose: close }
  return (
    <>
      <ConfirmWithReason
        {...common}
        opened={asking === 'bookings.reject'}
        about={`reject.${booking.id}`}
        title={say('rejectTitle')}
        explain={say('rejectExplain', names)}
        confirmLabel={say('reject')}
        dangerous
        busy={busy.reject}
        onConfirm={decisions.reject}
        onOpenAgain={() => ask('bookings.reject')}
      />
      <ConfirmWithReason
        {...common}
        opened={asking === 'bookings.cancel'}
        about={`cancel.${booking.id}`}
        title={say('cancelTitle')}
        explain={say('cancelExplain', names)}
        confirmLabel={say('cancel')}
        keepLabel={say('keep')}
        dangerous
        busy={busy.cancel}
        onConfirm={decisions.cancel}
        onOpenAgain={() => ask('bookings.cancel')}
      />
      <HandOverDialog decisions={decisions} />
      <TakeBackDialog decisions={decisions} />
      {asking === 'bookings.expect' ? (
        <AskTime
          {...common}
          beginEmpty
          title={say('expectTitle', names)}
          explain={say('expectExplain', names)}
          confirmLabel={say('expectedBackMs')}
          busy={busy.expect}
          onConfirm={backMs => void decisions.expect(backMs)}
        />
      ) : null}
      {asking === 'bookings.noShow' ? (
        <Confirm
          {...common}
          title={say('noShowTitle', names)}
          explain={say('noShowExplain', names)}
          confirmLabel={say('noShow')}
          busy={busy.noShow}
          onConfirm={() => void decisions.noShow()}
        />
      ) : null}
    </>
  )
}
