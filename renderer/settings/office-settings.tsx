import { Autocomplete, Button, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SettingsRow } from '#calls/settings'
import { RefusedForm } from '../parts/form/changed-meanwhile.tsx'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'
import { useSettingsForm } from './use-settings-form.ts'

type OfficeSettingsProps = { settings: SettingsRow; mayChange: boolean }

export function OfficeSettings({ settings, mayChange }: OfficeSettingsProps) {
  const say = useWords(settingsWords)
  if (mayChange) return <OfficeForm settings={settings} />
  const { name, address, timeZone } = settings.office
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say('officeReadOnly')}
      </Text>
      <Facts>
        <Fact label={say('officeName')}>{name}</Fact>
        <Fact label={say('address')}>{address}</Fact>
        <Fact label={say('timeZone')}>{timeZone}</Fact>
      </Facts>
    </Stack>
  )
}

function OfficeForm({ settings }: { settings: SettingsRow }) {
  const say = useWords(settingsWords)
  const form = useSettingsForm('office', settings, ({ office }) => office)
  const [asked, setAsked] = useState(false)
  const { typed, setTyped } = form
  const missing = (text: string) => (asked && text.trim() === '' ? say('needed') : null)

  function save(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (typed.name.trim() && typed.timeZone.trim()) {
      void form.save({ office: { ...typed, timeZone: typed.timeZone.trim() } })
    }
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm" maw={520}>
        <RestoredNotice shown={form.restored} onDiscard={form.discard} />
        <TextInput
          label={say('officeName')}
          value={typed.name}
          maxLength={120}
          onChange={event => setTyped({ ...typed, name: event.currentTarget.value })}
          error={missing(typed.name)}
        />
        <Textarea
          label={say('address')}
          value={typed.address}
          maxLength={300}
          rows={2}
          onChange={event => setTyped({ ...typed, address: event.currentTarget.value })}
        />
        <Autocomplete
          label={say('timeZone')}
          description={say('timeZoneHint')}
          data={Intl.supportedValuesOf('timeZone')}
          limit={30}
          value={typed.timeZone}
          maxLength={60}
          onChange={timeZone => setTyped({ ...typed, timeZone })}
          error={missing(typed.timeZone)}
        />
        <RefusedForm
          refusal={form.refusal}
          theirs={form.theirs}
          nameOf={field => say(field === 'name' ? 'officeName' : field)}
          onTakeCurrent={form.takeCurrent}
        />
        <Button type="submit" loading={form.busy} style={{ alignSelf: 'flex-start' }}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  )
}
