import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import type { WaitingListRow } from '#calls/waiting'
import { type ActOn, useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useUser } from '../service/sign-in.ts'
import { useFormat } from '../words/format.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import { MoveUp } from './move-up.tsx'
import { TakeOrDecline } from './take-or-decline.tsx'

type WaitingActionsProps = {
  row: WaitingListRow
  /** Those who come first, in turn. */
  ahead: readonly WaitingListRow[]
}

/** What can be done with somebody who waits, and with what is offered to them. */
export function WaitingActions({ row: shown, ahead }: WaitingActionsProps) {
  const say = useWords(waitingWords)
  const { role } = useUser()
  // Said also when the offer that was refused is gone.
  const [refused, setRefused] = useState<Refusal | null>(null)
  const acting = useActOn('waiting', shown)
  const { record: row, refusal, asking, ask } = acting
  if (!may(role, 'enter-bookings')) return null
  return (
    <Stack gap="xs" className="araro-no-print">
      <Group gap="xs">
        {row.offer ? <TakeOrDecline offerId={row.offer.id} onRefused={setRefused} /> : null}
        {may(role, 'decide-bookings') && ahead.length > 0 ? (
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
      <MoveUp acting={acting} ahead={ahead} />
      <Withdraw acting={acting} />
    </Stack>
  )
}

function Withdraw({ acting }: { acting: ActOn<'waiting', WaitingListRow> }) {
  const say = useWords(waitingWords)
  const format = useFormat()
  const withdraw = useCommand('waiting.withdraw')
  const { record: row, refusal, asking, ask, close, act } = acting
  const when = format.period({ kind: 'days', from: row.fromDay, to: row.toDay })
  return (
    <ConfirmWithReason
      opened={asking === 'waiting.withdraw'}
      about={`withdraw.${row.id}`}
      title={say('withdrawTitle', { name: row.memberName })}
      explain={say('withdrawExplain', { what: row.what, when })}
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
  )
}
