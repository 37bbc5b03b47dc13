import { Anchor, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { BookingRow } from '#calls/bookings'
import { hrefOf, WAITING } from '../navigation.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { usePages } from '../service/use-pages.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useWords } from '../words/words.ts'
import { ApprovalCard } from './approval-card.tsx'

/** Pending bookings, with the facts that are needed for a decision. */
export function ApprovalsScreen() {
  const say = useWords(approvalWords)
  const answer = usePages('bookings.list', WAITING)
  return (
    <Page title={say('title')}>
      <Paged
        answer={answer}
        rowsOf={page => page.bookings}
        empty={
          <Empty
            sentence={say('empty')}
            action={<Anchor href={hrefOf('calendar')}>{say('emptyAction')}</Anchor>}
          />
        }
      >
        {bookings => (
          <>
            <Text size="sm" c="dimmed" mb="xs" visibleFrom="sm">
              {say('keys')}
            </Text>
            <ApprovalList bookings={bookings} />
          </>
        )}
      </Paged>
    </Page>
  )
}

/** Only one card is reachable with the Tab key; arrow keys move between the cards. */
function ApprovalList({ bookings }: { bookings: readonly BookingRow[] }) {
  const say = useWords(approvalWords)
  const [reached, setReached] = useState<string | null>(null)
  const reachable = bookings.some(booking => booking.id === reached) ? reached : bookings[0]?.id
  return (
    <Stack component="ul" aria-label={say('waiting')} gap="sm" m={0} p={0} onKeyDown={goOn}>
      {bookings.map(booking => (
        <ApprovalCard
          key={booking.id}
          booking={booking}
          reachable={booking.id === reachable}
          onReach={() => setReached(booking.id)}
        />
      ))}
    </Stack>
  )
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
