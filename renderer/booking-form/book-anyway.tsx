import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import { REASON_LENGTH } from '#calls/limits'
import { useUser } from '../service/sign-in.ts'
import { quotaWords } from '../words/quotas/quotas.ts'
import { useWords } from '../words/words.ts'

type BookAnywayProps = { refusal: Refusal; busy: boolean; onAnyway: (reason: string) => void }

/** For those who decide about bookings: a quota that is reached and an open last job can be passed over, with a reason. */
export function BookAnyway({ refusal, busy, onAnyway }: BookAnywayProps) {
  const say = useWords(quotaWords)
  const { role } = useUser()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const mayBe = refusal.reason === 'quota-reached' || refusal.reason === 'last-job-open'
  if (!mayBe || !may(role, 'decide-bookings')) return null
  const isMissing = reason.trim() === ''
  function book(): void {
    setAsked(true)
    if (!isMissing) onAnyway(reason.trim())
  }
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        flex={1}
        aria-label={say('why')}
        placeholder={say('why')}
        value={reason}
        maxLength={REASON_LENGTH}
        onChange={event => setReason(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          book()
        }}
        error={asked && isMissing ? say('whyNeeded') : null}
      />
      <Button variant="default" loading={busy} onClick={book}>
        {say('anyway')}
      </Button>
    </Group>
  )
}
