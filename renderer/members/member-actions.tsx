import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MemberRow } from '#calls/members'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'

type MemberActionsProps = {
  member: MemberRow
  /** Other buttons of the row. They stand before the one that takes something away. */
  children: ReactNode
}

/** Verify, suspend with a reason, reinstate: whichever the member's standing allows. */
export function MemberActions({ member: shown, children }: MemberActionsProps) {
  const say = useWords(memberWords)
  const { record: member, refusal, asking, ask, close, act } = useActOn('member', shown)
  const verify = useCommand('members.verify')
  const suspend = useCommand('members.suspend')
  const reinstate = useCommand('members.reinstate')
  const { name } = member
  const said = (word: 'verifiedDone' | 'suspendedDone' | 'reinstatedDone') => (now: MemberRow) =>
    say(word, { name: now.name })
  return (
    <>
      {member.verified ? null : (
        <Button
          loading={verify.busy}
          onClick={() => void act(now => verify.run(on(now)), said('verifiedDone'))}
        >
          {say('verify')}
        </Button>
      )}
      {member.suspended ? (
        <Button
          loading={reinstate.busy}
          onClick={() => void act(now => reinstate.run(on(now)), said('reinstatedDone'))}
        >
          {say('reinstate')}
        </Button>
      ) : null}
      {children}
      {member.suspended ? null : (
        <Button {...DESTRUCTIVE} onClick={() => ask('members.suspend')}>
          {say('suspend')}
        </Button>
      )}
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      <ConfirmWithReason
        opened={asking === 'members.suspend'}
        about={`suspend.${member.id}`}
        title={say('suspendTitle', { name })}
        explain={say('suspendExplain')}
        confirmLabel={say('suspend')}
        dangerous
        busy={suspend.busy}
        refusal={refusal}
        onConfirm={reason => act(now => suspend.run({ ...on(now), reason }), said('suspendedDone'))}
        onClose={close}
        onOpenAgain={() => ask('members.suspend')}
      />
    </>
  )
}

function on({ id, version }: MemberRow) {
  return { memberId: id, version }
}
