import { Button, Group, Paper, Text } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import type { BookingRow } from '#calls/bookings'
import { useDecision } from '../bookings/use-decision.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { approvalWords } from '../words/bookings/approvals.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { WhatToKnow } from './what-to-know.tsx'
import './approvals.css'

type ApprovalCardProps = {
  booking: BookingRow
  reachable: boolean
  onReach: () => void
}

/** A pending booking: its details, what to know before deciding, and the buttons. */
export function ApprovalCard({ booking: shown, reachable, onReach }: ApprovalCardProps) {
  const say = useWords(bookingWords)
  const approvals = useWords(approvalWords)
  const format = useFormat()
  const decisions = useDecision(shown)
  const card = useRef<HTMLLIElement>(null)
  const { booking, busy, refusal, asking } = decisions
  const names = { member: booking.memberName, when: format.period(booking.period) }

  /** Moves the focus to the next card before this one is removed. */
  function leave(done: boolean): boolean {
    if (!done) return false
    const hadFocus = !document.activeElement || card.current?.contains(document.activeElement)
    const next = card.current?.nextElementSibling ?? card.current?.previousElementSibling
    if (hadFocus || document.activeElement === document.body) (next as HTMLElement | null)?.focus()
    return true
  }
  function approve() {
    if (!busy.approve) void decisions.approve().then(leave)
  }
  const askWhy = () => decisions.ask('bookings.reject')
  function pressed(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== card.current || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'a' && key !== 'r') return
    event.preventDefault()
    if (key === 'a') approve()
    else askWhy()
  }
  return (
    <Paper
      component="li"
      ref={card}
      className="araro-approval"
      data-card
      tabIndex={reachable ? 0 : -1}
      onFocus={onReach}
      onKeyDown={pressed}
      withBorder
      p="sm"
    >
      <div className="araro-approval-what">
        <Group gap="xs" align="baseline">
          <Text fw={600}>{booking.machineName}</Text>
          <Text>{names.when}</Text>
        </Group>
        {booking.endMs <= Date.now() ? (
          <Text size="sm" c="var(--mantine-color-error)">
            {approvals('past')}
          </Text>
        ) : null}
      </div>
      <div className="araro-approval-facts">
        <WhatToKnow booking={booking} />
        {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      </div>
      <Group gap="xs" className="araro-approval-do">
        <Button loading={busy.approve} onClick={approve}>
          {say('approve')}
        </Button>
        <Button variant="default" onClick={askWhy}>
          {say('reject')}
        </Button>
        <RecordLink entity="booking" id={booking.id}>
          {approvals('details')}
        </RecordLink>
      </Group>
      <ConfirmWithReason
        opened={asking === 'bookings.reject'}
        about={`reject.${booking.id}`}
        title={say('rejectTitle')}
        explain={say('rejectExplain', names)}
        confirmLabel={say('reject')}
        dangerous
        busy={busy.reject}
        refusal={refusal}
        onConfirm={reason => decisions.reject(reason).then(leave)}
        onClose={decisions.close}
      />
    </Paper>
  )
}
