import { Text } from '@mantine/core'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'
import { Appearance } from './appearance.tsx'

/** For whoever keeps none of the office's settings: whom to ask, and the settings that are their own. */
export function SettingsNotYours() {
  const say = useWords(settingsWords)
  return (
    <>
      <Text>{say('notYours')}</Text>
      <Appearance />
    </>
  )
}
