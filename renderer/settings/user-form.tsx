import { Select, Textarea, TextInput } from '@mantine/core'
import { ROLES, type Role } from '#booking/users/roles'
import { ORGANIZER_LENGTHS, USER_LENGTHS } from '#calls/limits'
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
    send({ password, ...fields }, seen) {
      if (!seen) return add.run({ ...fields, password })
      const on = { userId: seen.id, version: seen.version }
      return change.run({ ...on, ...fields, ...(password ? { password } : {}) })
    },
    saved: yes => say('userSaved', { name: yes.user.name }),
    onSaved: onDone,
    refusedAt: refusal => (refusal.reason === 'name-taken' ? { name: say('nameTaken') } : null),
    say,
    labels: {
      name: 'name',
      role: 'role',
      organization: 'organization',
      businessAddress: 'businessAddress',
      password: user ? 'newPassword' : 'password',
    },
    lengths: { ...USER_LENGTHS, ...ORGANIZER_LENGTHS },
  })
  return (
    <FormFrame form={form} save={say('saveUser')} onLeave={onDone}>
      <TextInput {...textField(form, 'name')} autoComplete="off" data-autofocus />
      <Select
        {...choiceField(form, 'role')}
        data={ROLES.map(value => ({ value, label: named(value) }))}
        allowDeselect={false}
      />
      {form.typed.role === 'organizer' ? (
        <>
          <TextInput {...textField(form, 'organization')} description={say('organizerHint')} />
          <Textarea {...textField(form, 'businessAddress')} rows={2} />
        </>
      ) : null}
      <PasswordField
        {...textField(form, 'password')}
        description={user ? say('newPasswordHint') : null}
        autoComplete="new-password"
      />
    </FormFrame>
  )
}

const NEW = { name: '', role: 'clerk' as Role, organization: '', businessAddress: '' }
type Typed = typeof NEW & { password: string }

function typedUser(user: UserRow | null): Typed {
  return { ...sameFields(NEW, user), password: '' }
}

function readUser(typed: Typed, isNew: boolean) {
  const read = reader<Typed, 'needed' | 'passwordNeeded'>(typed)
  read.needed('name', 'needed')
  if (typed.role === 'organizer') {
    read.needed('organization', 'needed')
    read.needed('businessAddress', 'needed')
  }
  if (isNew && typed.password === '') read.wrong('password', 'passwordNeeded')
  return read.as(typed)
}
