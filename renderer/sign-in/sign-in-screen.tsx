import { Button, Center, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { USER_LENGTHS } from '#calls/limits'
import { ColourSwitch, LanguageSwitch } from '../frame/switches.tsx'
import { PasswordField } from '../parts/fields/password-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { callOffice } from '../service/calls-by-name.ts'
import { queryClient } from '../service/query-client.ts'
import { useSignIn } from '../service/sign-in.ts'
import type { OfficeState } from '../service/use-office.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { roleWords } from '../words/users/roles.ts'
import { signInWords } from '../words/users/sign-in.ts'
import { useWords } from '../words/words.ts'

/** Signs a user in, in this window only. */
export function SignInScreen({ office }: { office: OfficeState }) {
  const say = useWords(signInWords)
  const ended = useSignIn(state => state.ended)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    document.title = `${say('title')} · ${office.officeName} · Araro`
  }, [say, office.officeName])

  const form = useForm({
    keptAs: null,
    record: null,
    typedFrom: () => EMPTY,
    read: readSignIn,
    send: typed =>
      callOffice('auth.signIn', typed).catch(error => {
        sayTrouble(error)
        return undefined
      }),
    onSaved({ token, user }) {
      // The next user must not see answers that were loaded for the one before.
      queryClient.removeQueries({ predicate: query => query.queryKey[0] !== 'setup' })
      useSignIn.getState().signedIn(token, user)
    },
    say,
    labels: { name: 'name', password: 'password' },
    lengths: USER_LENGTHS,
  })
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={420} gap="md">
        <Group gap="xs" justify="flex-end">
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
        <Group gap="sm" wrap="nowrap">
          <img src="./araro.svg" alt="" width={36} height={36} />
          <Text fw={600} size="lg">
            {office.officeName}
          </Text>
        </Group>
        <Paper p="lg" withBorder>
          <FormFrame form={form} save={say('signIn')} saveProps={{ ref: button }} gap="md">
            <Title order={1}>{say('title')}</Title>
            {ended ? <Text size="sm">{say('ended')}</Text> : null}
            <TextInput {...textField(form, 'name')} autoComplete="username" autoFocus />
            <PasswordField {...textField(form, 'password')} autoComplete="current-password" />
          </FormFrame>
        </Paper>
        <SampleUsers
          users={office.sampleSignIn}
          onPick={user => {
            form.type({ name: user.name, password: user.password })
            button.current?.focus()
          }}
        />
      </Stack>
    </Center>
  )
}

const EMPTY = { name: '', password: '' }

function readSignIn(typed: typeof EMPTY) {
  const read = reader<typeof EMPTY, 'nameMissing' | 'passwordMissing'>(typed)
  const name = read.needed('name', 'nameMissing').trim()
  if (!typed.password) read.wrong('password', 'passwordMissing')
  return read.as({ name, password: typed.password })
}

type SampleUser = OfficeState['sampleSignIn'][number]

function SampleUsers({
  users,
  onPick,
}: {
  users: readonly SampleUser[]
  onPick: (user: SampleUser) => void
}) {
  const say = useWords(signInWords)
  const role = useWords(roleWords)
  if (users.length === 0) return null
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {say('sampleChoose')}
      </Text>
      {users.map(user => (
        <Button key={user.name} variant="default" onClick={() => onPick(user)}>
          {say('sampleAs', { role: role(user.role), name: user.name })}
        </Button>
      ))}
    </Stack>
  )
}
