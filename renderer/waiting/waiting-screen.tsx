import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import type { WaitingListRow } from '#calls/waiting'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { tell } from '../messages/tell.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Page } from '../parts/page.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useUser } from '../service/sign-in.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { lengthInWords } from '../words/waiting/history.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import './waiting.css'

/** Who waits for a machine, in turn, with what is offered to them and whom to call. */
export function WaitingScreen() {
  const say = useWords(waitingWords)
  const answer = usePages('waiting.list', {})
  const print = (
    <Button
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => window.print()}
    >
      {say('print')}
    </Button>
  )
  return (
    <Page title={say('title')} actions={print}>
      <Paged answer={answer} rowsOf={page => page.waiting} empty={<Empty sentence={say('empty')} />}>
        {rows => (
          <RecordTable
            caption={say('title')}
            heads={[say('place'), say('member'), say('phone'), say('wants'), say('days'), say('offer'), '']}
          >
            {rows.map((row, at) => (
              <WaitingLine key={row.id} row={row} place={at + 1} />
            ))}
          </RecordTable>
        )}
      </Paged>
    </Page>
  )
}

function WaitingLine({ row, place }: { row: WaitingListRow; place: number }) {
  const say = useWords(waitingWords)
  const format = useFormat()
  const { memberName, memberPhone, what, units, fromDay, toDay, offer } = row
  const length = lengthInWords(row.length, format)
  return (
    <tr>
      <Cell label={say('place')}>{place}</Cell>
      <Cell label={say('member')}>
        <RecordLink entity="member" id={row.memberId}>
          {memberName}
        </RecordLink>
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
        <WaitingActions row={row} isFirst={place === 1} />
      </Cell>
    </tr>
  )
}

function WaitingActions({ row: shown, isFirst }: { row: WaitingListRow; isFirst: boolean }) {
  const say = useWords(waitingWords)
  const format = useFormat()
  const mayMoveUp = may(useUser().role, 'decide-bookings')
  const { record: row, refusal, asking, ask, close, act } = useActOn('waiting', shown)
  const withdraw = useCommand('waiting.withdraw')
  const moveUp = useCommand('waiting.moveUp')
  const accept = useCommand('waiting.accept')
  const decline = useCommand('waiting.decline')
  const [refused, setRefused] = useState<Refusal | null>(null)
  const { memberName: name, what, offer } = row
  const when = format.period({ kind: 'days', from: row.fromDay, to: row.toDay })

  async function take(offerId: string) {
    const answer = await accept.run({ offerId })
    setRefused(answer && !answer.ok ? answer.refusal : null)
    if (!answer?.ok) return
    const { machineName: machine, memberName: member, period } = answer.booking
    tell(say('taken', { machine, member, when: format.period(period) }))
  }
  async function refuse(offerId: string) {
    const answer = await decline.run({ offerId })
    setRefused(answer && !answer.ok ? answer.refusal : null)
    if (answer?.ok) tell(say('declined'))
  }
  return (
    <Stack gap="xs" className="araro-no-print">
      <Group gap="xs">
        {offer ? (
          <>
            <Button size="xs" loading={accept.busy} onClick={() => void take(offer.id)}>
              {say('take')}
            </Button>
            <Button size="xs" variant="default" loading={decline.busy} onClick={() => void refuse(offer.id)}>
              {say('decline')}
            </Button>
          </>
        ) : null}
        {mayMoveUp && !isFirst ? (
          <Button size="xs" variant="default" onClick={() => ask('waiting.moveUp')}>
            {say('moveUp')}
          </Button>
        ) : null}
        <Button size="xs" {...DESTRUCTIVE} onClick={() => ask('waiting.withdraw')}>
          {say('withdraw')}
        </Button>
      </Group>
      {refused ? <RefusalPanel refusal={refused} /> : null}
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      <ConfirmWithReason
        opened={asking === 'waiting.moveUp'}
        about={`move-up.${row.id}`}
        title={say('moveUpTitle', { name })}
        explain={say('moveUpExplain')}
        confirmLabel={say('moveUp')}
        busy={moveUp.busy}
        refusal={refusal}
        onConfirm={reason =>
          act(
            ({ id, version }) => moveUp.run({ waitingId: id, version, reason }),
            now => say('movedUp', { name: now.memberName }),
          )
        }
        onClose={close}
        onOpenAgain={() => ask('waiting.moveUp')}
      />
      <ConfirmWithReason
        opened={asking === 'waiting.withdraw'}
        about={`withdraw.${row.id}`}
        title={say('withdrawTitle', { name })}
        explain={say('withdrawExplain', { what, when })}
        confirmLabel={say('withdraw')}
        dangerous
        busy={withdraw.busy}
        refusal={refusal}
        onConfirm={reason =>
          act(
            ({ id, version }) => withdraw.run({ waitingId: id, version, reason }),
            now => say('withdrawn', { name: now.memberName }),
          )
        }
        onClose={close}
        onOpenAgain={() => ask('waiting.withdraw')}
      />
    </Stack>
  )
}
