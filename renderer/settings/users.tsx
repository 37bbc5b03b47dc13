import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { UserRow } from '#calls/users'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { closeBeside, usePlace } from '../navigation.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { useWords } from '../words/words.ts'
import { UserForm } from './user-form.tsx'

/** What the address says beside the settings: the form of a new user is open. */
export const NEW_USER = 'new-user'

/** The list of users with their roles. For administrators. */
export function Users() {
  const say = useWords(settingsWords)
  const answer = useCall('users.list', {})
  const place = usePlace()
  const [open, setOpen] = useState<string | null>(place.open === NEW_USER ? 'new' : null)
  useFormBroughtBack(keptAs => {
    const user = keptOf(keptAs, 'user')
    if (user) setOpen(user)
    return user !== undefined
  })
  function close() {
    setOpen(null)
    if (place.open === NEW_USER) closeBeside('open')
  }
  const user = answer.data?.find(one => one.id === open) ?? null
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {say('addUser')}
    </Button>
  )
  return (
    <>
      <Group mb="sm">{add}</Group>
      <Answered answer={answer} rows={4}>
        {users =>
          users.length === 0 ? (
            <Empty sentence={say('noUsers')} />
          ) : (
            <RecordTable caption={say('users')} heads={[say('name'), say('role'), say('state'), '']}>
              {users.map(one => (
                <UserLine key={one.id} user={one} onChange={() => setOpen(one.id)} />
              ))}
            </RecordTable>
          )
        }
      </Answered>
      <SidePanel
        opened={open === 'new' || user !== null}
        title={user ? say('changeUser', { name: user.name }) : say('addUser')}
        onClose={close}
      >
        <UserForm key={open} user={user} onDone={close} />
      </SidePanel>
    </>
  )
}

function UserLine({ user, onChange }: { user: UserRow; onChange: () => void }) {
  const say = useWords(settingsWords)
  const role = useWords(roleWords)
  const isMe = useUser().id === user.id
  return (
    <tr>
      <Cell label={say('name')}>
        {user.name}
        {isMe ? (
          <Text span size="sm" c="dimmed">
            {' '}
            ({say('you')})
          </Text>
        ) : null}
      </Cell>
      <Cell label={say('role')}>
        {role(user.role)}
        <Unreadable row={user} />
        {user.role === 'organizer' ? (
          <Text size="sm" c="dimmed">
            {user.organization}
          </Text>
        ) : null}
      </Cell>
      <Cell label={say('state')}>{say(user.disabled ? 'disabled' : 'active')}</Cell>
      <Cell>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            aria-label={say('changeUser', { name: user.name })}
            onClick={onChange}
          >
            {say('change')}
          </Button>
          {isMe ? null : <DisableButton user={user} />}
        </Group>
      </Cell>
    </tr>
  )
}

function DisableButton({ user: shown }: { user: UserRow }) {
  const say = useWords(settingsWords)
  const disable = useCommand('users.disable')
  const { record: user, refusal, asking, ask, close, act } = useActOn('user', shown)
  const { name, disabled } = user

  function toggle() {
    void act(
      ({ id, version, disabled }) => disable.run({ userId: id, version, disabled: !disabled }),
      now => say(now.disabled ? 'disabledDone' : 'enabledDone', { name: now.name }),
    )
  }
  return (
    <>
      <Button
        size="xs"
        {...(disabled ? { variant: 'default' } : DESTRUCTIVE)}
        aria-label={say(disabled ? 'enableOf' : 'disableOf', { name })}
        loading={disabled && disable.busy}
        onClick={disabled ? toggle : () => ask('users.disable')}
      >
        {say(disabled ? 'enable' : 'disable')}
      </Button>
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      {asking ? (
        <Confirm
          title={say('disableTitle', { name })}
          explain={say('disableExplain')}
          confirmLabel={say('disable')}
          dangerous
          busy={disable.busy}
          refusal={refusal}
          onConfirm={toggle}
          onClose={close}
        />
      ) : null}
    </>
  )
}
