import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { RULE_LIMITS } from '#booking/settings/rules'
import { ROLES, type Role } from '#booking/users/roles'
import type { SettingsRow } from '#calls/settings'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { RefusedForm } from '../parts/form/changed-meanwhile.tsx'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { settingsWords } from '../words/settings/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { useWords } from '../words/words.ts'
import { useSettingsForm } from './use-settings-form.ts'

type RuleSettingsProps = { settings: SettingsRow; mayChange: boolean }

export function RuleSettings({ settings, mayChange }: RuleSettingsProps) {
  const say = useWords(settingsWords)
  const named = useWords(roleWords)
  if (mayChange) return <RuleForm settings={settings} />
  const { minNoticeDays, maxDays, horizonDays, walkInRoles } = settings.rules
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say('rulesReadOnly')}
      </Text>
      <Facts>
        <Fact label={say('minNotice')}>{minNoticeDays}</Fact>
        <Fact label={say('maxDays')}>{maxDays}</Fact>
        <Fact label={say('horizon')}>{horizonDays}</Fact>
        <Fact label={say('walkIns')}>{walkInRoles.map(role => named(role)).join(', ') || say('nobody')}</Fact>
      </Facts>
    </Stack>
  )
}

type Typed = { [Key in Day]: NumberTyped } & { walkInRoles: Role[] }
type Day = 'minNoticeDays' | 'maxDays' | 'horizonDays'

const FIELD_NAMES = {
  minNoticeDays: 'minNotice',
  maxDays: 'maxDays',
  horizonDays: 'horizon',
  walkInRoles: 'walkIns',
} as const

function RuleForm({ settings }: { settings: SettingsRow }) {
  const say = useWords(settingsWords)
  const named = useWords(roleWords)
  const form = useSettingsForm<Typed>('rules', settings, ({ rules }) => ({
    ...rules,
    walkInRoles: [...rules.walkInRoles],
  }))
  const [asked, setAsked] = useState(false)
  const { typed, setTyped } = form

  function save(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    const minNoticeDays = readNumber(typed.minNoticeDays, RULE_LIMITS.minNoticeDays)
    const maxDays = readNumber(typed.maxDays, RULE_LIMITS.maxDays)
    const horizonDays = readNumber(typed.horizonDays, RULE_LIMITS.horizonDays)
    if (minNoticeDays === null || maxDays === null || horizonDays === null) return
    void form.save({ rules: { minNoticeDays, maxDays, horizonDays, walkInRoles: typed.walkInRoles } })
  }
  const days = (key: Day, label: string, hint: string) => (
    <NumberField
      label={label}
      description={hint}
      limits={RULE_LIMITS[key]}
      typed={typed[key]}
      onType={value => setTyped({ ...typed, [key]: value })}
      asked={asked}
    />
  )
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm" maw={520}>
        <RestoredNotice shown={form.restored} onDiscard={form.discard} />
        <Text size="sm" c="dimmed">
          {say('rulesExplain')}
        </Text>
        {days('minNoticeDays', say('minNotice'), say('minNoticeHint'))}
        {days('maxDays', say('maxDays'), say('maxDaysHint'))}
        {days('horizonDays', say('horizon'), say('horizonHint'))}
        <Checkbox.Group
          label={say('walkIns')}
          description={say('walkInsHint')}
          value={typed.walkInRoles}
          onChange={roles => setTyped({ ...typed, walkInRoles: roles as Role[] })}
        >
          <Group mt="xs">
            {ROLES.map(role => (
              <Checkbox key={role} value={role} label={named(role)} />
            ))}
          </Group>
        </Checkbox.Group>
        <RefusedForm
          refusal={form.refusal}
          theirs={form.theirs}
          nameOf={field => say(FIELD_NAMES[field])}
          onTakeCurrent={form.takeCurrent}
        />
        <Button type="submit" loading={form.busy} style={{ alignSelf: 'flex-start' }}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  )
}
