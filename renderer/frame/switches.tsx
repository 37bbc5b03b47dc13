import { ActionIcon, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { frameWords } from '../words/frame/frame.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language, speak } from '../words/language.ts'
import { useLanguage, useWords } from '../words/words.ts'

export function LanguageSwitch() {
  const say = useWords(frameWords)
  const language = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('language')}
      value={language}
      onChange={value => speak(value as Language)}
      data={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
    />
  )
}

export function ColourSwitch() {
  const say = useWords(frameWords)
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={say(other)}
      title={say(other)}
      onClick={() => setColorScheme(other)}
    >
      {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  )
}
