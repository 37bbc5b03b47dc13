import { Button, Input, Stack, Text, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ChangePassword } from '../frame/change-password.tsx'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { LANGUAGE_NAMES, LANGUAGES, speak } from '../words/language.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useLanguage, useWords } from '../words/words.ts'

const SCHEMES = ['auto', 'light', 'dark'] as const

/** The user's own settings: language, colours and password. */
export function Appearance() {
  const say = useWords(settingsWords)
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, password] = useDisclosure(false)
  return (
    <Stack gap="md" maw={520}>
      <Text size="sm" c="dimmed">
        {say('forThisComputer')}
      </Text>
      <SegmentedField
        label={say('language')}
        value={language}
        onChange={speak}
        data={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <SegmentedField
        label={say('colours')}
        value={colorScheme}
        onChange={setColorScheme}
        data={SCHEMES.map(value => ({ value, label: say(value) }))}
      />
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
