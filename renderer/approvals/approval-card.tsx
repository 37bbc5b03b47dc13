import { Button, Checkbox, Group, Paper, Text } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { WaitingRow } from '#calls/booking-rows'
import { useDecision } from '../bookings/use-decision.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { approvalWords } from '../words/bookings/approvals.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { usePriceAndLoad } from './price-and-load.ts'
import { WhatToKnow } from './what-to-know.tsx'
import './approvals.css'

type ApprovalCardProps = {
  waiting: WaitingRow
  /** For a list that the Tab key enters at one card, and whose cards can be chosen. */
  inList?: {
    reachable: boolean
    onReach: () => void
    chosen: boolean
    onChoose: () => void
    /** Why it was refused when it was approved together with others. */
    refused: Refusal | null
  }
}

/** A pending booking in one line, with its buttons. Its details unfold below. */
export function ApprovalCard({ waiting, inList }: ApprovalCardProps) {
  const say = useWords(bookingWords)
  const approvals = useWords(approvalWords)
  const format = useFormat()
  const { price, load } = usePriceAndLoad(waiting)
  const decisions = useDecision(waiting.booking)
  const [open, setOpen] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  const detailsId = useId()
  /** The booking's machine, time and member, which tell its controls from those of the others. */
  const whichId = useId()
  const { booking, busy, asking } = decisions
  const refusal = decisions.refusal ?? inList?.refused
  const names = {
    member: booking.memberName,
    when: format.period(booking.period),
  }

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
  const BY_KEY: { readonly [key: string]: () => void } = {
    a: approve,
    r: askWhy,
    enter: () => setOpen(!open),
    ...(inList && { ' ': inList.onChoose }),
  }
  function pressed(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== card.current || event.ctrlKey || event.metaKey || event.altKey) return
    const act = BY_KEY[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <Paper
      component="li"
      ref={card}
      className="araro-approval"
      data-card
      tabIndex={inList?.reachable ? 0 : -1}
      onFocus={inList?.onReach}
      onKeyDown={pressed}
    >
      <div className="araro-approval-line">
        {inList ? (
          <Checkbox
            checked={inList.chosen}
            onChange={inList.onChoose}
            aria-label={approvals('choose')}
            aria-describedby={whichId}
            tabIndex={inList.reachable ? 0 : -1}
          />
        ) : null}
        <div id={whichId} className="araro-approval-which">
          <Text fw={600} className="araro-approval-machine">
            {booking.machineName}
          </Text>
          <Text className="araro-approval-when">{names.when}</Text>
          <Text className="araro-approval-member">{booking.memberName}</Text>
        </div>
        <Text className="araro-approval-load" c={load ? undefined : 'dimmed'}>
          {load || booking.purpose}
        </Text>
        <Text className="araro-approval-price">{price}</Text>
        <Group gap={6} wrap="nowrap" className="araro-approval-do">
          <Button size="xs" loading={busy.approve} onClick={approve}>
            {say('approve')}
          </Button>
          <Button size="xs" {...DESTRUCTIVE} onClick={askWhy}>
            {say('reject')}
          </Button>
          <Button
            size="xs"
            px={6}
            variant="subtle"
            aria-expanded={open}
            aria-controls={detailsId}
            aria-label={approvals('facts')}
            aria-describedby={whichId}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
          </Button>
        </Group>
      </div>
      {refusal && asking !== 'bookings.reject' ? (
        <RefusalPanel refusal={refusal} />
      ) : (
        <Conflicts waiting={waiting} />
      )}
      <div id={detailsId} className="araro-approval-facts" hidden={!open}>
        {open ? <WhatToKnow booking={booking} /> : null}
      </div>
      <ConfirmWithReason
        opened={asking === 'bookings.reject'}
        about={`reject.${booking.id}`}
        title={say('rejectTitle')}
        explain={say('rejectExplain', names)}
        confirmLabel={say('reject')}
        dangerous
        busy={busy.reject}
        refusal={decisions.refusal}
        onConfirm={reason => decisions.reject(reason).then(leave)}
        onClose={decisions.close}
        onOpenAgain={askWhy}
      />
    </Paper>
  )
}

/** Why it could not be approved now, or how many others want the same time. Nothing if neither. */
function Conflicts({ waiting: { refusal, rivals } }: { waiting: WaitingRow }) {
  const say = useWords(approvalWords)
  const format = useFormat()
  if (!refusal && rivals === 0) return null
  return (
    <Group
      gap={6}
      wrap="nowrap"
      align="flex-start"
      className="araro-approval-conflicts"
      data-bad={Boolean(refusal)}
    >
      <IconAlertTriangle size={16} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
      <Text size="sm">{refusal ? refusalSentence(refusal, format) : say('rivals', { count: rivals })}</Text>
    </Group>
  )
}
