import { Select } from '@mantine/core'
import { useState } from 'react'
import type { WaitingListRow } from '#calls/waiting'
import type { ActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'

type MoveUpProps = { acting: ActOn<'waiting', WaitingListRow>; ahead: readonly WaitingListRow[] }

/** The choice of the place before everybody. */
const FIRST = ''

/** Moves somebody up to the place before one of those who come first, with a reason. */
export function MoveUp({ acting, ahead }: MoveUpProps) {
  const say = useWords(waitingWords)
  const moveUp = useCommand('waiting.moveUp')
  const { record: row, refusal, asking, ask, close, act } = acting
  const [chosen, setChosen] = useState(FIRST)
  const before = ahead.find(one => one.id === chosen)
  const others = ahead.slice(1).map(({ id, memberName, what }, at) => ({
    value: id,
    label: say('placeBefore', { place: at + 2, name: memberName, what }),
  }))
  return (
    <ConfirmWithReason
      opened={asking === 'waiting.moveUp'}
      about={`move-up.${row.id}`}
      title={say('moveUpTitle', { name: row.memberName })}
      explain={say('moveUpExplain')}
      confirmLabel={say('moveUp')}
      busy={moveUp.busy}
      refusal={refusal}
      onConfirm={reason =>
        act(
          ({ id, version }) =>
            moveUp.run({ waitingId: id, version, reason, ...(before && { beforeId: before.id }) }),
          now =>
            before
              ? say('movedBefore', { name: now.memberName, before: before.memberName })
              : say('movedUp', { name: now.memberName }),
        )
      }
      onClose={close}
      onOpenAgain={() => ask('waiting.moveUp')}
    >
      {others.length > 0 ? (
        <Select
          label={say('newPlace')}
          data={[{ value: FIRST, label: say('placeFirst') }, ...others]}
          value={before?.id ?? FIRST}
          onChange={value => setChosen(value ?? FIRST)}
          allowDeselect={false}
        />
      ) : null}
    </ConfirmWithReason>
  )
}
