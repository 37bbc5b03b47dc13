import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SettingsRow } from '#calls/settings'
import { useCommand } from '../commands/use-command.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import type { Form } from '../parts/form/use-form.ts'
import type { InputOf } from '../service/calls-by-name.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'

type Changed = InputOf<'settings.change'>['settings']

/** Common to the forms of the settings: each stays open after saving and starts again from the saved record. */
export function useSettingsChange() {
  const say = useWords(settingsWords)
  const change = useCommand('settings.change')
  return {
    say,
    send: (settings: Changed, { version }: SettingsRow) => change.run({ version, settings }),
    saved: () => say('saved'),
    onSaved: (yes: { settings: SettingsRow }, beginAt: (settings: SettingsRow) => void) =>
      beginAt(yes.settings),
  }
}

export function SettingsFrame<Typed>({ form, children }: { form: Form<Typed>; children: ReactNode }) {
  const say = useWords(settingsWords)
  return (
    <Box maw={520}>
      <FormFrame form={form} save={say('save')} saveProps={{ style: { alignSelf: 'flex-start' } }}>
        {children}
      </FormFrame>
    </Box>
  )
}
