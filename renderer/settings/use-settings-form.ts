import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { SettingsRow } from '#calls/settings'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import type { InputOf } from '../service/calls-by-name.ts'
import { useCommand } from '../service/use-command.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'

/** A part of the settings as a form: typed from what was seen, saved against its version. */
export function useSettingsForm<Typed>(
  part: 'office' | 'rules',
  settings: SettingsRow,
  typedFrom: (settings: SettingsRow) => Typed,
) {
  const say = useWords(settingsWords)
  const kept = useKeptTyping(`settings.${part}`, () => typedFrom(settings), { version: settings.version })
  const [seen, setSeen] = useState({ ...settings, version: kept.version ?? settings.version })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const change = useCommand('settings.change')

  async function save(changed: InputOf<'settings.change'>['settings']) {
    const outcome = await change.run({ version: seen.version, settings: changed })
    if (!outcome) return
    if (!outcome.ok) {
      if (outcome.current) {
        setSeen(outcome.current)
        kept.follow(typedFrom(outcome.current), outcome.current.version)
      }
      return setRefusal(outcome.refusal)
    }
    setSeen(outcome.settings)
    kept.beginAt(typedFrom(outcome.settings), outcome.settings.version)
    setRefusal(null)
    notifications.show({ message: say('saved') })
  }
  function discard() {
    kept.discard()
    setSeen(settings)
  }
  function takeCurrent() {
    kept.beginAt(typedFrom(seen), seen.version)
    setRefusal(null)
  }
  const { typed, setTyped, restored, theirs } = kept
  return { typed, setTyped, restored, theirs, discard, refusal, save, takeCurrent, busy: change.busy }
}
