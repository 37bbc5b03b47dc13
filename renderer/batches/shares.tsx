import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BatchRow, ShareRow } from '#calls/batches'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { MoveForm } from './move-form.tsx'
import { WeighForm } from './weigh-form.tsx'
import './batches.css'

type SharesProps = { batch: BatchRow; shares: readonly ShareRow[]; mayFill: boolean }

/** The shares of a batch in the order in which they are taken, one line each. */
export function Shares({ batch, shares, mayFill }: SharesProps) {
  return (
    <ul className="araro-people">
      {shares.map(share => (
        <Line key={share.id} batch={batch} share={share} mayFill={mayFill} />
      ))}
    </ul>
  )
}

type LineProps = { batch: BatchRow; share: ShareRow; mayFill: boolean }

function Line({ batch, share: shown, mayFill }: LineProps) {
  const say = useWords(batchWords)
  const { record: share, refusal, asking, ask, close, act } = useActOn('share', shown)
  const [doing, setDoing] = useState<'weigh' | 'move' | null>(null)
  const takeOut = useCommand('batches.cancelShare')
  const { memberName: name } = share
  const turn = (what: 'weigh' | 'move') => setDoing(doing === what ? null : what)
  const done = () => setDoing(null)
  return (
    <li>
      <Whose share={share} />
      {mayFill ? (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant={share.kg === null ? 'filled' : 'default'}
            aria-label={share.kg === null ? say('weighOf', { name }) : say('weighAgainOf', { name })}
            aria-expanded={doing === 'weigh'}
            onClick={() => turn('weigh')}
          >
            {say(share.kg === null ? 'weigh' : 'weighAgain')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={say('moveOf', { name })}
            aria-expanded={doing === 'move'}
            onClick={() => turn('move')}
          >
            {say('move')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={say('takeOutOf', { name })}
            onClick={() => ask('batches.cancelShare')}
          >
            {say('takeOut')}
          </Button>
        </Group>
      ) : null}
      {mayFill && doing === 'weigh' ? <WeighForm batch={batch} share={share} onDone={done} /> : null}
      {mayFill && doing === 'move' ? <MoveForm batch={batch} share={share} onDone={done} /> : null}
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      <ConfirmWithReason
        opened={asking === 'batches.cancelShare'}
        about={`take-out.${share.id}`}
        title={say('takeOutTitle', { name })}
        explain={say('takeOutExplain')}
        confirmLabel={say('takeOut')}
        dangerous
        busy={takeOut.busy}
        refusal={refusal}
        onConfirm={reason =>
          act(
            ({ id, version }) => takeOut.run({ shareId: id, version, reason }),
            () => say('tookOut', { name }),
          )
        }
        onClose={close}
        onOpenAgain={() => ask('batches.cancelShare')}
      />
    </li>
  )
}

function Whose({ share }: { share: ShareRow }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const { memberId, memberName, memberNumber, memberPhone, sacks, estimate, kg } = share
  const counted =
    kg === null
      ? say('estimated', { count: sacks })
      : say('weighedAt', { count: sacks, kg: format.number(kg) })
  const more = [
    kg !== null && estimate !== sacks ? say('wasEstimated', { count: estimate }) : '',
    share.fieldName,
    share.ripeDay === null ? '' : say('ripe', { day: format.day(share.ripeDay) }),
    share.note,
    share.reason,
  ]
  return (
    <Stack gap={0}>
      <div>
        <RecordLink entity="member" id={memberId}>
          {memberName}
        </RecordLink>{' '}
        <Text size="sm" c="dimmed" span>
          {memberNumber}
        </Text>{' '}
        <PhoneLink phone={memberPhone} />
      </div>
      <Text size="sm">
        {counted}
        <Text size="sm" c="dimmed" span>
          {more
            .filter(Boolean)
            .map(one => ` · ${one}`)
            .join('')}
        </Text>
      </Text>
    </Stack>
  )
}
