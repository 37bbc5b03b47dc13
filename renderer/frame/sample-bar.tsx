import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { callOffice } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { useSignIn, useUser } from '../service/sign-in.ts'
import { useOfficeState } from '../service/use-office.ts'
import { frameWords } from '../words/frame/frame.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'

/** Says on every screen that this is the sample. The administrator can remove it here. */
export function SampleBar() {
  const say = useWords(frameWords)
  const sample = useOfficeState().data?.sample ?? false
  const mayRemove = may(useUser().role, 'set-office')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (!sample) return null

  async function remove() {
    setBusy(true)
    try {
      const answer = await callOffice('setup.removeSample', {})
      if (!answer.ok) return setRefusal(answer.refusal)
      useSignIn.getState().signedOut()
      window.location.hash = ''
      window.location.reload()
    } catch (error) {
      noteTrouble(error)
      sayTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="araro-bar" data-sample>
      <span>{say('sample')}</span>
      {mayRemove ? (
        <UnstyledButton onClick={() => setAsking(true)}>{say('removeSample')}</UnstyledButton>
      ) : (
        <span>{say('removeSampleWho')}</span>
      )}
      {asking ? (
        <Confirm
          title={say('removeSampleTitle')}
          explain={say('removeSampleExplain')}
          confirmLabel={say('removeSample')}
          keepLabel={say('keepSample')}
          dangerous
          busy={busy}
          refusal={refusal}
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}
