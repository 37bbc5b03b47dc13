import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ROLES, type Role } from '#booking/roles'
import type { SettingsRow } from '#calls/office'
import { RefusedForm } from '../parts/changed-meanwhile.tsx'
import { Fact, Facts } from '../parts/record-table.tsx'
import { RestoredNotice } from '../parts/restored-notice.tsx'
import { settingsWords } from '../words/settings.ts'
import { tradeWords } from '../words/trades.ts'
import { useWords } from '../words/words.ts'
import { useSettingsForm } from './use-settings-form.ts'

type RuleSettingsProps = { settings: SettingsRow; mayChange: boolean }

export function RuleSettings({ settings, mayChange }: RuleSettingsProps) {
  const say = useWords(settingsWords)
  const trade = useWords(tradeWords)
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
        <Fact label={say('walkIns')}>{walkInRoles.map(role => trade(role)).join(', ') || say('nobody')}</Fact>
      </Facts>
    </Stack>
  )
}

type Typed = { [Key in Day]: number | string } & { walkInRoles: Role[] }
type Day = 'minNoticeDays' | 'maxDays' | 'horizonDays'
const LIMITS: { readonly [Key in Day]: { min: number; max: number } } = {
  minNoticeDays: { min: 0, max: 60 },
  maxDays: { min: 1, max: 390 },
  horizonDays: { min: 1, max: 1000 },
}

function RuleForm({ settings }: { settings: SettingsRow }) {
  const say = useWords(settingsWords)
  const trade = useWords(tradeWords)
  const form = useSettingsForm<Typed>('rules', settings, ({ rules }) => ({
    ...rules,
    walkInRoles: [...rules.walkInRoles],
  }))
  const [asked, setAsked] = useState(false)
  const { typed, setTyped } = form

  function save(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!(Object.keys(LIMITS) as Day[]).every(key => isWithin(typed[key], LIMITS[key]))) return
    const { minNoticeDays, maxDays, horizonDays, walkInRoles } = typed
    const days = { minNoticeDays: +minNoticeDays, maxDays: +maxDays, horizonDays: +horizonDays }
    void form.save({ rules: { ...days, walkInRoles } })
  }
  const days = (key: Day, label: string, hint: string) => (
    <NumberInput
      label={label}
      description={hint}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      {...LIMITS[key]}
      value={typed[key]}
      onChange={value => setTyped({ ...typed, [key]: value })}
      error={asked && !isWithin(typed[key], LIMITS[key]) ? say('wholeNumber', LIMITS[key]) : null}
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
              <Checkbox key={role} value={role} label={trade(role)} />
            ))}
          </Group>
        </Checkbox.Group>
        <RefusedForm refusal={form.refusal} onTakeCurrent={form.takeCurrent} />
        <Button type="submit" loading={form.busy} style={{ alignSelf: 'flex-start' }}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  )
}

function isWithin(typed: number | string, { min, max }: { min: number; max: number }): boolean {
  const days = typed === '' ? Number.NaN : Number(typed)
  return Number.isInteger(days) && days >= min && days <= max
}
