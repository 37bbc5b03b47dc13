import {
  Button,
  Center,
  Divider,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { ColourSwitch, LanguageSwitch } from '../frame/switches.tsx'
import { showFirstProblem } from '../parts/form/first-problem.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { callOffice } from '../service/calls-by-name.ts'
import { queryClient } from '../service/query-client.ts'
import { useSignIn } from '../service/sign-in.ts'
import { useCommand } from '../service/use-command.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { firstRunWords } from '../words/settings/first-run.ts'
import { signInWords } from '../words/users/sign-in.ts'
import { useWords } from '../words/words.ts'

/** An empty data folder: look at the sample, or name the office and its first administrator. */
export function FirstRunScreen() {
  const say = useWords(firstRunWords)
  useEffect(() => {
    document.title = `${say('title')} · Araro`
  }, [say])
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={480} gap="lg">
        <Group justify="flex-end" gap="xs">
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
        <Stack gap={4}>
          <Title order={1}>{say('title')}</Title>
          <Text>{say('lead')}</Text>
        </Stack>
        <SampleChoice />
        <Divider label={say('orSetUp')} labelPosition="center" styles={{ label: { fontSize: '0.875rem' } }} />
        <OfficeForm />
      </Stack>
    </Center>
  )
}

function SampleChoice() {
  const say = useWords(firstRunWords)
  const [busy, setBusy] = useState(false)
  async function open() {
    setBusy(true)
    try {
      await callOffice('setup.openSample', {})
      window.location.reload()
    } catch (error) {
      sayTrouble(error)
      setBusy(false)
    }
  }
  return (
    <Paper p="lg" withBorder>
      <Stack gap="sm">
        <Text size="sm" role="status">
          {say(busy ? 'sampleLoading' : 'sampleExplain')}
        </Text>
        <Button onClick={open} loading={busy}>
          {say('trySample')}
        </Button>
      </Stack>
    </Paper>
  )
}

const MISSING = {
  officeName: 'officeNameMissing',
  name: 'yourNameMissing',
  password: 'passwordMissing',
  repeat: 'repeatMissing',
} as const
const EMPTY = { officeName: '', name: '', password: '', repeat: '' }

function OfficeForm() {
  const say = useWords(firstRunWords)
  const show = useWords(signInWords)
  const [typed, setTyped] = useState(EMPTY)
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const setUp = useCommand('setup.office')
  const differ = typed.password !== typed.repeat
  const complete = Object.values(typed).every(text => text.trim() !== '')

  function field(key: keyof typeof EMPTY) {
    return {
      value: typed[key],
      onChange: (event: { currentTarget: { value: string } }) =>
        setTyped({ ...typed, [key]: event.currentTarget.value }),
      error: asked && !typed[key].trim() ? say(MISSING[key]) : null,
    }
  }
  const toggle = { visibilityToggleButtonProps: { 'aria-label': show('showPassword') } }

  async function submit(event: FormEvent<HTMLElement>) {
    event.preventDefault()
    setAsked(true)
    if (!complete || differ) return showFirstProblem(event.currentTarget)
    const { officeName, name, password } = typed
    const outcome = await setUp.run({ officeName: officeName.trim(), name: name.trim(), password })
    if (!outcome) return
    if (!outcome.ok) return setRefusal(outcome.refusal)
    useSignIn.getState().signedIn(outcome.token, outcome.user)
    await queryClient.invalidateQueries()
  }

  return (
    <Paper component="form" onSubmit={submit} noValidate p="lg" withBorder>
      <Stack gap="md">
        <TextInput
          label={say('officeName')}
          description={say('officeNameHint')}
          maxLength={120}
          {...field('officeName')}
        />
        <TextInput
          label={say('yourName')}
          description={say('yourNameHint')}
          maxLength={60}
          autoComplete="username"
          {...field('name')}
        />
        <PasswordInput
          label={say('password')}
          description={say('passwordHint')}
          autoComplete="new-password"
          {...toggle}
          {...field('password')}
        />
        <PasswordInput
          label={say('repeat')}
          autoComplete="new-password"
          {...toggle}
          {...field('repeat')}
          {...(asked && typed.repeat && differ ? { error: say('differ') } : {})}
        />
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
        <Button type="submit" variant="default" loading={setUp.busy}>
          {say('start')}
        </Button>
      </Stack>
    </Paper>
  )
}
