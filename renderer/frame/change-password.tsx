import { Button, Modal, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCommand } from '../service/use-command.ts'
import { frameWords } from '../words/frame/frame.ts'
import { partWords } from '../words/parts/parts.ts'
import { firstRunWords } from '../words/settings/first-run.ts'
import { useWords } from '../words/words.ts'

type ChangePasswordProps = { opened: boolean; onClose: () => void }

export function ChangePassword({ opened, onClose }: ChangePasswordProps) {
  const say = useWords(frameWords)
  const part = useWords(partWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('changePassword')}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      centered
    >
      {opened ? <PasswordForm onDone={onClose} /> : null}
    </Modal>
  )
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const say = useWords(frameWords)
  const firstRun = useWords(firstRunWords)
  const change = useCommand('auth.changePassword')
  const [typed, setTyped] = useState({ password: '', newPassword: '', repeat: '' })
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const differ = typed.newPassword !== typed.repeat

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (differ || !typed.password || !typed.newPassword) return
    const { password, newPassword } = typed
    const outcome = await change.run({ password, newPassword })
    if (!outcome) return
    if (!outcome.ok) return setRefusal(outcome.refusal)
    notifications.show({ message: say('passwordChanged') })
    onDone()
  }
  function field(key: keyof typeof typed) {
    return {
      value: typed[key],
      onChange: (event: { currentTarget: { value: string } }) =>
        setTyped({ ...typed, [key]: event.currentTarget.value }),
      error: asked && !typed[key] ? say('passwordMissing') : null,
    }
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <PasswordInput label={say('oldPassword')} autoComplete="current-password" {...field('password')} />
        <PasswordInput
          label={say('newPassword')}
          autoComplete="new-password"
          description={firstRun('passwordHint')}
          {...field('newPassword')}
        />
        <PasswordInput
          label={say('repeatPassword')}
          autoComplete="new-password"
          {...field('repeat')}
          {...(asked && typed.repeat && differ ? { error: say('passwordsDiffer') } : {})}
        />
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
        <Button type="submit" loading={change.busy}>
          {say('changePassword')}
        </Button>
      </Stack>
    </form>
  )
}
