import { Select, TextInput } from '@mantine/core'
import { ROLES, type Role } from '#booking/users/roles'
import { USER_LENGTHS } from '#calls/limits'
import type { UserRow } from '#calls/users'
import { useCommand } from '../commands/use-command.ts'
import { PasswordField } from '../parts/fields/password-field.tsx'
import { choiceField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { sameFields } from '../parts/form/same-fields.ts'
import { useForm } from '../parts/form/use-form.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { useWords } from '../words/words.ts'

type UserFormProps = {
  /** Null for a new user. */
  user: UserRow | null
  onDone: () => void
}

/** Adds or changes a user. An empty password field keeps the password. */
export function UserForm({ user, onDone }: UserFormProps) {
  const say = useWords(settingsWords)
  const named = useWords(roleWords)
  const add = useCommand('users.add')
  const change = useCommand('users.change')
  const form = useForm({
    keptAs: `user.${user?.id ?? 'new'}`,
    without: typed => ({ ...typed, password: '' }),
    record: user,
    typedFrom: typedUser,
    read: typed => readUser(typed, user === null),
    send({ name, role, password }, seen) {
      if (!seen) return add.run({ name, role, password })
      const on = { userId: seen.id, version: seen.version }
      return change.run({ ...on, name, role, ...(password ? { password } : {}) })
    },
    saved: yes => say('userSaved', { name: yes.user.name }),
    onSaved: onDone,
    refusedAt: refusal => (refusal.reason === 'name-taken' ? { name: say('nameTaken') } : null),
    say,
    labels: { name: 'name', role: 'role', password: user ? 'newPassword' : 'password' },
    lengths: USER_LENGTHS,
  })
  return (
    <FormFrame form={form} save={say('saveUser')} onLeave={onDone}>
      <TextInput {...textField(form, 'name')} autoComplete="off" data-autofocus />
      <Select
        {...choiceField(form, 'role')}
        data={ROLES.map(value => ({ value, label: named(value) }))}
        allowDeselect={false}
      />
      <PasswordField
        {...textField(form, 'password')}
        description={user ? say('newPasswordHint') : null}
        autoComplete="new-password"
      />
    </FormFrame>
  )
}

const NEW = { name: '', role: 'clerk' as Role }
type Typed = typeof NEW & { password: string }

function typedUser(user: UserRow | null): Typed {
  return { ...sameFields(NEW, user), password: '' }
}

function readUser(typed: Typed, isNew: boolean) {
  const read = reader<Typed, 'needed' | 'passwordNeeded'>(typed)
  read.needed('name', 'needed')
  if (isNew && typed.password === '') read.wrong('password', 'passwordNeeded')
  return read.as(typed)
}
