import { Modal } from '@mantine/core'
import { PASSWORD_MIN_LENGTH, USER_LENGTHS } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { PasswordField } from '../parts/fields/password-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
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
  const form = useForm({
    keptAs: null,
    record: null,
    typedFrom: () => ({ password: '', newPassword: '', repeat: '' }),
    read: readPasswords,
    send: change.run,
    saved: () => say('passwordChanged'),
    onSaved: onDone,
    say,
    labels: { password: 'oldPassword', newPassword: 'newPassword', repeat: 'repeatPassword' },
    lengths: LENGTHS,
  })
  return (
    <FormFrame form={form} save={say('changePassword')} onLeave={onDone} inDialog gap="md">
      <PasswordField {...textField(form, 'password')} autoComplete="current-password" />
      <PasswordField
        {...textField(form, 'newPassword')}
        autoComplete="new-password"
        description={firstRun('passwordHint', { least: PASSWORD_MIN_LENGTH })}
      />
      <PasswordField {...textField(form, 'repeat')} autoComplete="new-password" />
    </FormFrame>
  )
}

type Typed = { password: string; newPassword: string; repeat: string }

const LENGTHS = {
  password: USER_LENGTHS.password,
  newPassword: USER_LENGTHS.password,
  repeat: USER_LENGTHS.password,
}

function readPasswords(typed: Typed) {
  const { password, newPassword, repeat } = typed
  const read = reader<Typed, 'passwordMissing' | 'passwordsDiffer'>(typed)
  if (!password) read.wrong('password', 'passwordMissing')
  if (!newPassword) read.wrong('newPassword', 'passwordMissing')
  if (!repeat) read.wrong('repeat', 'passwordMissing')
  if (newPassword !== repeat) read.wrong('repeat', 'passwordsDiffer')
  return read.as({ password, newPassword })
}
