import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { MemberRow } from '#calls/members'
import { useCommand } from '../commands/use-command.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'

/** Verify, suspend with a reason, reinstate: whichever the member's standing allows. */
export function MemberActions({ member: shown }: { member: MemberRow }) {
  const say = useWords(memberWords)
  const [current, setCurrent] = useState<MemberRow | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [suspending, setSuspending] = useState(false)
  const verify = useCommand('members.verify')
  const suspend = useCommand('members.suspend')
  const reinstate = useCommand('members.reinstate')
  const member = current && current.version > shown.version ? current : shown
  const on = { memberId: member.id, version: member.version }

  function settle(outcome: OutputOf<'members.verify'> | undefined, done: string) {
    if (!outcome) return false
    if (!outcome.ok) {
      if (outcome.current) setCurrent(outcome.current)
      setRefusal(outcome.refusal)
      return false
    }
    setCurrent(outcome.member)
    setRefusal(null)
    setSuspending(false)
    notifications.show({ message: done })
    return true
  }
  const { name } = member
  return (
    <>
      {member.verified ? null : (
        <Button
          loading={verify.busy}
          onClick={async () => void settle(await verify.run(on), say('verifiedDone', { name }))}
        >
          {say('verify')}
        </Button>
      )}
      {member.suspended ? (
        <Button
          loading={reinstate.busy}
          onClick={async () => void settle(await reinstate.run(on), say('reinstatedDone', { name }))}
        >
          {say('reinstate')}
        </Button>
      ) : (
        <Button
          variant="default"
          onClick={() => {
            setRefusal(null)
            setSuspending(true)
          }}
        >
          {say('suspend')}
        </Button>
      )}
      {refusal && !suspending ? <RefusalPanel refusal={refusal} /> : null}
      <ConfirmWithReason
        opened={suspending}
        about={`suspend.${member.id}`}
        title={say('suspendTitle', { name })}
        explain={say('suspendExplain')}
        confirmLabel={say('suspend')}
        dangerous
        busy={suspend.busy}
        refusal={refusal}
        onConfirm={async reason =>
          settle(await suspend.run({ ...on, reason }), say('suspendedDone', { name }))
        }
        onClose={() => setSuspending(false)}
      />
    </>
  )
}
