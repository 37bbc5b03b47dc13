import { Button, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { ROLES, type Role } from '#booking/users/roles'
import type { UserRow } from '#calls/users'
import { RefusedForm } from '../parts/form/changed-meanwhile.tsx'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { useCommand } from '../service/use-command.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { signInWords } from '../words/users/sign-in.ts'
import { useWords } from '../words/words.ts'

type UserFormProps = {
  /** Null for a new one. */
  user: UserRow | null
  onDone: () => void
}
type Typed = { name: string; role: Role; password: string }

function typedUser(user: UserRow | null): Typed {
  return { name: user?.name ?? '', role: user?.role ?? 'clerk', password: '' }
}

function withoutPassword(typed: Typed): Typed {
  return { ...typed, password: '' }
}

/** Adds or changes a user. A password that is left empty stays as it is. */
export function UserForm({ user, onDone }: UserFormProps) {
  const say = useWords(settingsWords)
  const named = useWords(roleWords)
  const show = useWords(signInWords)
  const kept = useKeptTyping(`user.${user?.id ?? 'new'}`, () => typedUser(user), {
    version: user?.version,
    without: withoutPassword,
  })
  const { typed, setTyped } = kept
  const [seen, setSeen] = useState(user && { ...user, version: kept.version ?? user.version })
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const add = useCommand('users.add')
  const change = useCommand('users.change')
  const passwordMissing = !seen && typed.password === ''

  async function save(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!typed.name.trim() || passwordMissing) return
    const { name, role, password } = typed
    const outcome = seen
      ? await change.run({
          userId: seen.id,
          version: seen.version,
          name,
          role,
          ...(password ? { password } : {}),
        })
      : await add.run({ name, role, password })
    if (!outcome) return
    if (!outcome.ok) {
      if (seen && outcome.current) follow(outcome.current)
      return setRefusal(outcome.refusal)
    }
    kept.done()
    notifications.show({ message: say('userSaved', { name: outcome.user.name }) })
    onDone()
  }
  function follow(current: UserRow) {
    setSeen(current)
    kept.follow(typedUser(current), current.version)
  }
  function discard() {
    kept.discard()
    setSeen(user)
  }
  function takeCurrent() {
    kept.beginAt(typedUser(seen), seen?.version)
    setRefusal(null)
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <RestoredNotice shown={kept.restored} onDiscard={discard} />
        <TextInput
          label={say('name')}
          value={typed.name}
          maxLength={60}
          autoComplete="off"
          onChange={event => setTyped({ ...typed, name: event.currentTarget.value })}
          error={asked && !typed.name.trim() ? say('needed') : null}
          data-autofocus
        />
        <Select
          label={say('role')}
          data={ROLES.map(value => ({ value, label: named(value) }))}
          value={typed.role}
          onChange={role => role && setTyped({ ...typed, role: role as Role })}
          allowDeselect={false}
        />
        <PasswordInput
          label={say(seen ? 'newPassword' : 'password')}
          description={seen ? say('newPasswordHint') : null}
          value={typed.password}
          maxLength={1000}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': show('showPassword') }}
          onChange={event => setTyped({ ...typed, password: event.currentTarget.value })}
          error={asked && passwordMissing ? say('passwordNeeded') : null}
        />
        <RefusedForm
          refusal={refusal}
          theirs={kept.theirs}
          nameOf={field => say(field)}
          onTakeCurrent={seen ? takeCurrent : undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {say('back')}
          </Button>
          <Button type="submit" loading={add.busy || change.busy}>
            {say('saveUser')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
