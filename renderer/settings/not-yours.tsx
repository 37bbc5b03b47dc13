import { Text } from '@mantine/core'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'
import { Appearance } from './appearance.tsx'

/** For users who may not change the cooperative's settings: whom to ask, and the settings of their own. */
export function SettingsNotYours() {
  const say = useWords(settingsWords)
  return (
    <>
      <Text>{say('notYours')}</Text>
      <Appearance />
    </>
  )
}
