import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { hrefOf } from '../navigation.ts'
import { isWholeDay } from '../parts/fields/day-field.tsx'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { usePages } from '../service/use-pages.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useWords } from '../words/words.ts'
import { ApprovalFilters, NO_FILTER } from './approval-filters.tsx'
import { ApprovalList } from './approval-list.tsx'

/** Pending bookings, with the facts that are needed for a decision. */
export function ApprovalsScreen() {
  const say = useWords(approvalWords)
  const [filter, setFilter] = useState(NO_FILTER)
  const { machineId, day } = filter
  const answer = usePages('bookings.waiting', {
    ...(machineId ? { machineId } : {}),
    ...(isWholeDay(day) ? { day } : {}),
  })
  const filtered = Boolean(machineId || day)
  return (
    <Page title={say('title')}>
      <ApprovalFilters filter={filter} filtered={filtered} onChange={setFilter} />
      <Paged
        answer={answer}
        rowsOf={page => page.waiting}
        empty={
          <Empty
            sentence={say(filtered ? 'emptyFound' : 'empty')}
            action={
              filtered ? (
                <Anchor component="button" onClick={() => setFilter(NO_FILTER)}>
                  {say('showAll')}
                </Anchor>
              ) : (
                <Anchor href={hrefOf('calendar')}>{say('emptyAction')}</Anchor>
              )
            }
          />
        }
      >
        {waiting => <ApprovalList waiting={waiting} />}
      </Paged>
    </Page>
  )
}
