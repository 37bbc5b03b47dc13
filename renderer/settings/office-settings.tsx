import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { OFFICE_LENGTHS } from '#calls/limits'
import type { SettingsRow } from '#calls/settings'
import { SuggestField } from '../parts/fields/suggest-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'
import { LogoField, PaperLooks, useLogo } from './logo-field.tsx'
import { SettingsFrame, useSettingsChange } from './settings-form.tsx'

type OfficeSettingsProps = { settings: SettingsRow; mayChange: boolean }

export function OfficeSettings({ settings, mayChange }: OfficeSettingsProps) {
  const say = useWords(settingsWords)
  const shown = useLogo(settings.office.logo)
  if (mayChange) return <OfficeForm settings={settings} />
  const { name, address, timeZone, paperLines } = settings.office
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say('officeReadOnly')}
      </Text>
      <Facts>
        <Fact label={say('officeName')}>{name}</Fact>
        <Fact label={say('address')}>{address}</Fact>
        <Fact label={say('paperLines')}>{paperLines}</Fact>
        <Fact label={say('timeZone')}>{timeZone}</Fact>
      </Facts>
      <PaperLooks office={{ name, address, lines: paperLines, logo: shown }} />
    </Stack>
  )
}

function OfficeForm({ settings }: { settings: SettingsRow }) {
  const say = useWords(settingsWords)
  const change = useSettingsChange()
  const form = useForm({
    ...change,
    keptAs: 'settings.office',
    record: settings,
    typedFrom: ({ office }) => office,
    read: readOffice,
    labels: {
      name: 'officeName',
      address: 'address',
      timeZone: 'timeZone',
      logo: 'logo',
      paperLines: 'paperLines',
    },
    lengths: OFFICE_LENGTHS,
  })
  const { name, address, paperLines, logo } = form.typed
  const shown = useLogo(logo)
  return (
    <SettingsFrame form={form}>
      <TextInput {...textField(form, 'name')} />
      <Textarea {...textField(form, 'address')} rows={2} />
      <Textarea {...textField(form, 'paperLines')} description={say('paperLinesHint')} rows={2} />
      <LogoField
        label={form.labelOf('logo')}
        hash={form.typed.logo}
        onChange={logo => form.type({ logo })}
        error={form.wrongAt('logo')}
      />
      <SuggestField
        {...textField(form, 'timeZone')}
        onChange={timeZone => form.type({ timeZone })}
        description={say('timeZoneHint')}
        suggestions={Intl.supportedValuesOf('timeZone')}
      />
      <PaperLooks office={{ name, address, lines: paperLines, logo: shown }} />
    </SettingsFrame>
  )
}

type Typed = SettingsRow['office']

function readOffice(typed: Typed) {
  const read = reader<Typed, 'needed'>(typed)
  read.needed('name', 'needed')
  const timeZone = read.needed('timeZone', 'needed').trim()
  return read.as({ office: { ...typed, timeZone } })
}
