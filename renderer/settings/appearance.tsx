import {
  Button,
  Input,
  type MantineColorScheme,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useId } from 'react'
import { ChangePassword } from '../frame/change-password.tsx'
import { LANGUAGE_NAMES, LANGUAGES, type Language, speak } from '../words/language.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useLanguage, useWords } from '../words/words.ts'

const SCHEMES = ['auto', 'light', 'dark'] as const

/** What is one's own: the language, the colours, the password. */
export function Appearance() {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, password] = useDisclosure(false)
  const ids = { language: useId(), colours: useId() }
  return (
    <Stack gap="md" maw={520}>
      <Text size="sm" c="dimmed">
        {say('forThisComputer')}
      </Text>
      <div>
        <Input.Label id={ids.language} labelElement="div">
          {say('language')}
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-labelledby={ids.language}
          value={language}
          onChange={value => speak(value as Language)}
          data={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </div>
      <div>
        <Input.Label id={ids.colours} labelElement="div">
          {say('colours')}
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-labelledby={ids.colours}
          value={colorScheme}
          onChange={value => setColorScheme(value as MantineColorScheme)}
          data={SCHEMES.map(value => ({ value, label: say(value) }))}
        />
      </div>
      <div>
        <Input.Label labelElement="div" display="block">
          {say('ownPassword')}
        </Input.Label>
        <Button variant="default" onClick={password.open}>
          {say('changePassword')}
        </Button>
      </div>
      <ChangePassword opened={changing} onClose={password.close} />
    </Stack>
  )
}
