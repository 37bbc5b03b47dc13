import { Button, Text } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { may } from '#booking/users/roles'
import type { WaitingListRow } from '#calls/waiting'
import { openWaitingForm } from '../open-waiting-form.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { Page } from '../parts/page.tsx'
import { printAndNote } from '../service/print.ts'
import { useUser } from '../service/sign-in.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { lengthInWords } from '../words/waiting/history.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import { WaitingActions } from './waiting-actions.tsx'

/** Who waits for a machine, in turn, with what is offered to them and whom to call. */
export function WaitingScreen() {
  const say = useWords(waitingWords)
  const answer = usePages('waiting.list', { limit: 100 })
  const add = may(useUser().role, 'enter-bookings') ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openWaitingForm()}>
      {say('add')}
    </Button>
  ) : null
  return (
    <Page
      title={say('title')}
      actions={
        <>
          <Print />
          {add}
        </>
      }
    >
      <Paged
        answer={answer}
        rowsOf={page => page.waiting}
        empty={<Empty sentence={say('empty')} action={add} />}
      >
        {rows => (
          <RecordTable
            caption={say('title')}
            heads={[say('place'), say('member'), say('phone'), say('wants'), say('days'), say('offer'), '']}
          >
            {rows.map((row, at) => (
              <WaitingLine key={row.id} row={row} ahead={rows.slice(0, at)} />
            ))}
          </RecordTable>
        )}
      </Paged>
    </Page>
  )
}

function Print() {
  const say = useWords(waitingWords)
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => printAndNote({ kind: 'waiting-list' })}
    >
      {say('print')}
    </Button>
  )
}

type WaitingLineProps = { row: WaitingListRow; ahead: readonly WaitingListRow[] }

function WaitingLine({ row, ahead }: WaitingLineProps) {
  const say = useWords(waitingWords)
  const format = useFormat()
  const { memberName, memberPhone, what, units, fromDay, toDay, offer } = row
  const length = lengthInWords(row.length, format)
  return (
    <tr>
      <Cell label={say('place')}>{ahead.length + 1}</Cell>
      <Cell label={say('member')}>
        <RecordLink entity="member" id={row.memberId}>
          {memberName}
        </RecordLink>
        <Unreadable row={row} />
        <Text size="sm" c="dimmed">
          {say('askedBy', { when: format.instant(row.requestedMs), name: row.requestedBy.name })}
        </Text>
      </Cell>
      <Cell label={say('phone')}>{memberPhone ? <PhoneLink phone={memberPhone} /> : null}</Cell>
      <Cell label={say('wants')}>
        {units > 1
          ? say('wantedUnits', { what, units: format.number(units), length })
          : say('wanted', { what, length })}
      </Cell>
      <Cell label={say('days')}>{format.period({ kind: 'days', from: fromDay, to: toDay })}</Cell>
      <Cell label={say('offer')}>
        {offer ? (
          <>
            <Text size="sm" fw={600}>
              {say('offered', { machine: offer.machineName, when: format.period(offer.period) })}
            </Text>
            <Text size="sm">{say('until', { when: format.instant(offer.untilMs) })}</Text>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {say('none')}
          </Text>
        )}
      </Cell>
      <Cell>
        <WaitingActions row={row} ahead={ahead} />
      </Cell>
    </tr>
  )
}
