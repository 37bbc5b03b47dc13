import { Button, Center, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { OFFICE_LENGTHS, PASSWORD_MIN_LENGTH, USER_LENGTHS } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { ColourSwitch, LanguageSwitch } from '../frame/switches.tsx'
import { PasswordField } from '../parts/fields/password-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { callOffice } from '../service/calls-by-name.ts'
import { queryClient } from '../service/query-client.ts'
import { useSignIn } from '../service/sign-in.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { firstRunWords } from '../words/settings/first-run.ts'
import { useWords } from '../words/words.ts'

/** Shown on an empty data folder: name the cooperative and its first administrator, or open the sample. */
export function FirstRunScreen() {
  const say = useWords(firstRunWords)
  useEffect(() => {
    document.title = `${say('title')} · Araro`
  }, [say])
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={920} gap="md">
        <Group justify="flex-end" gap="xs">
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <img src="./araro.svg" alt="" width={36} height={36} />
          <Stack gap={4}>
            <Title order={1}>{say('title')}</Title>
            <Text>{say('lead')}</Text>
          </Stack>
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
          <OfficeForm />
          <SampleChoice />
        </SimpleGrid>
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
    <Paper p="md" withBorder>
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{say('orSample')}</Title>
        <Text size="sm" role="status">
          {say(busy ? 'sampleLoading' : 'sampleExplain')}
        </Text>
        <Button variant="default" onClick={open} loading={busy}>
          {say('trySample')}
        </Button>
      </Stack>
    </Paper>
  )
}

function OfficeForm() {
  const say = useWords(firstRunWords)
  const setUp = useCommand('setup.office')
  const form = useForm({
    keptAs: 'set-up',
    without: typed => ({ ...typed, password: '', repeat: '' }),
    record: null,
    typedFrom: () => EMPTY,
    read: readSetUp,
    send: setUp.run,
    onSaved({ token, user }) {
      useSignIn.getState().signedIn(token, user)
      void queryClient.invalidateQueries()
    },
    say,
    labels: { officeName: 'officeName', name: 'yourName', password: 'password', repeat: 'repeat' },
    lengths: LENGTHS,
  })
  return (
    <Paper p="md" withBorder>
      <Title order={2} mb="sm">
        {say('setUp')}
      </Title>
      <FormFrame form={form} save={say('start')} saveProps={{ style: { alignSelf: 'flex-start' } }}>
        <TextInput {...textField(form, 'officeName')} description={say('officeNameHint')} autoFocus />
        <TextInput {...textField(form, 'name')} description={say('yourNameHint')} autoComplete="username" />
        <PasswordField
          {...textField(form, 'password')}
          description={say('passwordHint', { least: PASSWORD_MIN_LENGTH })}
          autoComplete="new-password"
        />
        <PasswordField {...textField(form, 'repeat')} autoComplete="new-password" />
      </FormFrame>
    </Paper>
  )
}

const EMPTY = { officeName: '', name: '', password: '', repeat: '' }

const LENGTHS = {
  officeName: OFFICE_LENGTHS.name,
  name: USER_LENGTHS.name,
  password: USER_LENGTHS.password,
  repeat: USER_LENGTHS.password,
}

type Missing = 'officeNameMissing' | 'yourNameMissing' | 'passwordMissing' | 'repeatMissing'

function readSetUp(typed: typeof EMPTY) {
  const read = reader<typeof EMPTY, Missing | 'differ'>(typed)
  const officeName = read.needed('officeName', 'officeNameMissing').trim()
  const name = read.needed('name', 'yourNameMissing').trim()
  const password = read.needed('password', 'passwordMissing')
  if (read.needed('repeat', 'repeatMissing') !== password) read.wrong('repeat', 'differ')
  return read.as({ officeName, name, password })
}
