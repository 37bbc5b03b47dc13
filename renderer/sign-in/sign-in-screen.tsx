import { Button, Center, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { ColourSwitch, LanguageSwitch } from '../frame/switches.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { callOffice } from '../service/calls-by-name.ts'
import { queryClient } from '../service/query-client.ts'
import { useSignIn } from '../service/sign-in.ts'
import type { OfficeState } from '../service/use-office.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { roleWords } from '../words/users/roles.ts'
import { signInWords } from '../words/users/sign-in.ts'
import { useWords } from '../words/words.ts'

/** Who is at the desk. The sign-in is this window's alone. */
export function SignInScreen({ office }: { office: OfficeState }) {
  const say = useWords(signInWords)
  const ended = useSignIn(state => state.ended)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    document.title = `${say('title')} · ${office.officeName} · Araro`
  }, [say, office.officeName])

  async function signIn(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!name.trim() || !password) return
    setBusy(true)
    setRefusal(null)
    try {
      const answer = await callOffice('auth.signIn', { name: name.trim(), password })
      if (!answer.ok) return setRefusal(answer.refusal)
      // Nothing that the one before saw is shown to the one who comes.
      queryClient.removeQueries({ predicate: query => query.queryKey[0] !== 'setup' })
      useSignIn.getState().signedIn(answer.token, answer.user)
    } catch (error) {
      sayTrouble(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={420} gap="md">
        <Group gap="xs" justify="flex-end">
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
        <Group gap="sm" wrap="nowrap">
          <img src="./araro.svg" alt="" width={36} height={36} />
          <Text fw={650} size="lg">
            {office.officeName}
          </Text>
        </Group>
        <Paper component="form" onSubmit={signIn} noValidate p="lg" withBorder>
          <Stack gap="md">
            <Title order={1}>{say('title')}</Title>
            {ended ? <Text size="sm">{say('ended')}</Text> : null}
            <TextInput
              label={say('name')}
              value={name}
              onChange={event => {
                setName(event.currentTarget.value)
                setRefusal(null)
              }}
              error={asked && !name.trim() ? say('nameMissing') : null}
              autoComplete="username"
              maxLength={60}
              autoFocus
            />
            <PasswordInput
              label={say('password')}
              value={password}
              onChange={event => {
                setPassword(event.currentTarget.value)
                setRefusal(null)
              }}
              error={asked && !password ? say('passwordMissing') : null}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
            />
            {refusal ? <RefusalPanel refusal={refusal} /> : null}
            <Button type="submit" loading={busy} ref={button}>
              {say('signIn')}
            </Button>
          </Stack>
        </Paper>
        <SampleUsers
          users={office.sampleSignIn}
          onPick={user => {
            setName(user.name)
            setPassword(user.password)
            setRefusal(null)
            button.current?.focus()
          }}
        />
      </Stack>
    </Center>
  )
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
