import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { SettingsRow } from '#calls/office'
import type { InputOf } from '../office/calls-by-name.ts'
import { useCommand } from '../office/use-command.ts'
import { settingsWords } from '../words/settings.ts'
import { useWords } from '../words/words.ts'

/** A part of the settings as a form: typed from what was seen, saved against its version. */
export function useSettingsForm<Typed>(settings: SettingsRow, typedFrom: (settings: SettingsRow) => Typed) {
  const say = useWords(settingsWords)
  const [seen, setSeen] = useState(settings)
  const [typed, setTyped] = useState(() => typedFrom(settings))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const change = useCommand('settings.change')

  async function save(changed: InputOf<'settings.change'>['settings']) {
    const outcome = await change.run({ version: seen.version, settings: changed })
    if (!outcome) return
    if (!outcome.ok) {
      if (outcome.current) setSeen(outcome.current)
      return setRefusal(outcome.refusal)
    }
    setSeen(outcome.settings)
    setTyped(typedFrom(outcome.settings))
    setRefusal(null)
    notifications.show({ message: say('saved') })
  }
  function takeCurrent() {
    setTyped(typedFrom(seen))
    setRefusal(null)
  }
  return { typed, setTyped, refusal, save, takeCurrent, busy: change.busy }
}
