import { Button, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { callOffice } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { useSignIn, useUser } from '../service/sign-in.ts'
import { useOfficeState } from '../service/use-office.ts'
import { frameWords } from '../words/frame/frame.ts'
import { partWords } from '../words/parts/parts.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'

/** Says on every screen that this is the sample. The administrator can remove it here. */
export function SampleBar() {
  const say = useWords(frameWords)
  const part = useWords(partWords)
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
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('removeSampleTitle')}
        closeButtonProps={{ 'aria-label': part('close') }}
        centered
      >
        <Stack gap="md">
          <Text size="sm">{say('removeSampleExplain')}</Text>
          {refusal ? <RefusalPanel refusal={refusal} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {say('keepSample')}
            </Button>
            <Button color="red.9" loading={busy} onClick={remove}>
              {say('removeSample')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  )
}
