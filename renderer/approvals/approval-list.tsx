import { Button, Checkbox, Group, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { WaitingRow } from '#calls/booking-rows'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useWords } from '../words/words.ts'
import { ApprovalCard } from './approval-card.tsx'
import { useApproveSeveral } from './use-approve-several.ts'

/**
 * Only one card is reachable with the Tab key; arrow keys move between the cards. The first has the focus when the
 * screen opens, so that it can be decided by a key.
 */
export function ApprovalList({ waiting }: { waiting: readonly WaitingRow[] }) {
  const say = useWords(approvalWords)
  const list = useRef<HTMLUListElement>(null)
  const [reached, setReached] = useState<string | null>(null)
  const several = useApproveSeveral(waiting)
  const reachable = waiting.some(one => one.booking.id === reached) ? reached : waiting[0]?.booking.id
  useEffect(() => {
    // The screen's heading takes the focus when the screen opens; a form beside the screen keeps it.
    const frame = requestAnimationFrame(() => {
      if (isNowhere(document.activeElement)) focusCard(list.current)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  async function approveChosen() {
    await several.approve()
    if (isNowhere(document.activeElement) || !document.activeElement?.isConnected) focusCard(list.current)
  }
  const { chosen } = several
  const all = chosen.length === waiting.length
  return (
    <>
      <Group className="araro-approvals-bar" gap="sm" mb="xs" wrap="wrap">
        <Checkbox
          label={say('chooseAll')}
          checked={all}
          indeterminate={chosen.length > 0 && !all}
          onChange={() => several.choose(all ? [] : waiting.map(one => one.booking.id))}
        />
        {chosen.length > 0 ? (
          <Button loading={several.busy} onClick={() => void approveChosen()}>
            {say('approveChosen', { count: chosen.length })}
          </Button>
        ) : null}
        <Text size="sm" c="dimmed" visibleFrom="sm" ml="auto">
          {say('keys')}
        </Text>
      </Group>
      <ul className="araro-approvals" ref={list} aria-label={say('waiting')} onKeyDown={goOn}>
        {waiting.map(one => (
          <ApprovalCard
            key={one.booking.id}
            waiting={one}
            inList={{
              reachable: one.booking.id === reachable,
              onReach: () => setReached(one.booking.id),
              chosen: chosen.includes(one.booking.id),
              onChoose: () => several.toggle(one.booking.id),
              refused: several.refused.get(one.booking.id) ?? null,
            }}
          />
        ))}
      </ul>
    </>
  )
}

/** On nothing that somebody chose: the page itself, or the heading of a screen that has just opened. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.tagName === 'H1'
}

function focusCard(list: HTMLUListElement | null): void {
  list?.querySelector<HTMLElement>('[data-card]')?.focus({ preventScroll: true })
}

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1 }

function goOn(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key]
  const list = event.currentTarget
  // Keys typed in a dialog over the list also bubble up to here.
  if (!step || !(event.target instanceof Node) || !list.contains(event.target)) return
  event.preventDefault()
  const cards = [...list.querySelectorAll<HTMLElement>('[data-card]')]
  const at = cards.findIndex(card => card.contains(event.target as Node))
  cards[at + step]?.focus()
}
