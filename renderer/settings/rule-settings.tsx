import { Checkbox, Group, Stack, Switch, Text } from '@mantine/core'
import { SUSPEND_AFTER_DAYS } from '#booking/members/owing'
import { PAPER_DAYS } from '#booking/papers/papers'
import { RULE_LIMITS } from '#booking/settings/rules'
import { MAINTENANCE_AFTER_LIMITS } from '#booking/today/figures'
import { type Role, rolesThatMay } from '#booking/users/roles'
import { OFFER_MINUTES } from '#booking/waiting/offer-time'
import { NEARLY_FULL } from '#calls/limits'
import type { SettingsRow } from '#calls/settings'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { numberField } from '../parts/form/fields.ts'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { useFormat } from '../words/format.ts'
import { historyWords } from '../words/history/screen.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { sayIn, useWords } from '../words/words.ts'
import { SettingsFrame, useSettingsChange } from './settings-form.tsx'

type RuleSettingsProps = { settings: SettingsRow; mayChange: boolean }

export function RuleSettings({ settings, mayChange }: RuleSettingsProps) {
  const say = useWords(settingsWords)
  const named = useWords(roleWords)
  const format = useFormat()
  if (mayChange) return <RuleForm settings={settings} />
  const { minNoticeDays, maxDays, horizonDays, walkInRoles } = settings.rules
  const { offers, maintenance, machinePapers } = settings
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
        <Fact label={say('offerMinutes')}>{offers.minutes}</Fact>
        <Fact label={say('maintenanceAfter')}>{say('maintenanceAfterIs', maintenance)}</Fact>
        <Fact label={say('nearlyFull')}>{settings.sessions.nearlyFullPercent}</Fact>
        <Fact label={say('paperDays')}>{machinePapers.days}</Fact>
        <Fact label={say('papersRefuse')}>
          {sayIn(format.language, historyWords, machinePapers.refuse ? 'yes' : 'no')}
        </Fact>
        <Fact label={say('suspendAfterDays')}>{settings.owing.suspendAfterDays ?? say('never')}</Fact>
        <Fact label={say('lastJobFirst')}>
          {sayIn(format.language, historyWords, settings.members.lastJobFirst ? 'yes' : 'no')}
        </Fact>
      </Facts>
    </Stack>
  )
}

function RuleForm({ settings }: { settings: SettingsRow }) {
  const say = useWords(settingsWords)
  const named = useWords(roleWords)
  const change = useSettingsChange()
  const form = useForm({
    ...change,
    keptAs: 'settings.rules',
    record: settings,
    typedFrom: typedRules,
    read: readRules,
    labels: {
      minNoticeDays: 'minNotice',
      maxDays: 'maxDays',
      horizonDays: 'horizon',
      walkInRoles: 'walkIns',
      offerMinutes: 'offerMinutes',
      maintenanceBookings: 'maintenanceBookings',
      maintenanceDays: 'maintenanceDays',
      nearlyFullPercent: 'nearlyFull',
      lastJobFirst: 'lastJobFirst',
      paperDays: 'paperDays',
      papersRefuse: 'papersRefuse',
      suspendAfterDays: 'suspendAfterDays',
    },
    lengths: {},
  })
  const days = (field: keyof typeof RULE_LIMITS) => numberField(form, field, RULE_LIMITS[field])
  return (
    <SettingsFrame form={form}>
      <Text size="sm" c="dimmed">
        {say('rulesExplain')}
      </Text>
      <NumberField {...days('minNoticeDays')} description={say('minNoticeHint')} />
      <NumberField {...days('maxDays')} description={say('maxDaysHint')} />
      <NumberField {...days('horizonDays')} description={say('horizonHint')} />
      <Checkbox.Group
        label={form.labelOf('walkInRoles')}
        description={say('walkInsHint')}
        value={form.typed.walkInRoles}
        onChange={roles => form.type({ walkInRoles: roles as Role[] })}
      >
        <Group mt="xs">
          {rolesThatMay('enter-bookings').map(role => (
            <Checkbox key={role} value={role} label={named(role)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NumberField
        {...numberField(form, 'offerMinutes', OFFER_MINUTES)}
        description={say('offerMinutesHint')}
      />
      <NumberField
        {...numberField(form, 'maintenanceBookings', MAINTENANCE_AFTER_LIMITS.bookings)}
        description={say('maintenanceHint')}
      />
      <NumberField {...numberField(form, 'maintenanceDays', MAINTENANCE_AFTER_LIMITS.days)} />
      <NumberField
        {...numberField(form, 'nearlyFullPercent', NEARLY_FULL)}
        description={say('nearlyFullHint')}
      />
      <Switch
        label={form.labelOf('lastJobFirst')}
        description={say('lastJobFirstHint')}
        checked={form.typed.lastJobFirst}
        onChange={event => form.type({ lastJobFirst: event.currentTarget.checked })}
      />
      <NumberField
        {...numberField(form, 'suspendAfterDays', SUSPEND_AFTER_DAYS)}
        description={say('suspendAfterHint')}
        optional
      />
      <NumberField {...numberField(form, 'paperDays', PAPER_DAYS)} />
      <Switch
        label={form.labelOf('papersRefuse')}
        description={say('papersRefuseHint')}
        checked={form.typed.papersRefuse}
        onChange={event => form.type({ papersRefuse: event.currentTarget.checked })}
      />
    </SettingsFrame>
  )
}

type Typed = { [Rule in keyof typeof RULE_LIMITS]: NumberTyped } & {
  walkInRoles: Role[]
  offerMinutes: NumberTyped
  maintenanceBookings: NumberTyped
  maintenanceDays: NumberTyped
  nearlyFullPercent: NumberTyped
  lastJobFirst: boolean
  paperDays: NumberTyped
  papersRefuse: boolean
  suspendAfterDays: NumberTyped
}

function typedRules({
  rules,
  offers,
  maintenance,
  sessions,
  members,
  machinePapers,
  owing,
}: SettingsRow): Typed {
  return {
    ...rules,
    walkInRoles: [...rules.walkInRoles],
    ...sessions,
    ...members,
    offerMinutes: offers.minutes,
    maintenanceBookings: maintenance.bookings,
    maintenanceDays: maintenance.days,
    paperDays: machinePapers.days,
    papersRefuse: machinePapers.refuse,
    suspendAfterDays: owing.suspendAfterDays ?? '',
  }
}

function readRules(typed: Typed) {
  const read = reader<Typed>(typed)
  const days = (field: keyof typeof RULE_LIMITS) => read.number(field, RULE_LIMITS[field])
  return read.as({
    rules: {
      minNoticeDays: days('minNoticeDays'),
      maxDays: days('maxDays'),
      horizonDays: days('horizonDays'),
      walkInRoles: typed.walkInRoles,
    },
    offers: { minutes: read.number('offerMinutes', OFFER_MINUTES) },
    maintenance: {
      bookings: read.number('maintenanceBookings', MAINTENANCE_AFTER_LIMITS.bookings),
      days: read.number('maintenanceDays', MAINTENANCE_AFTER_LIMITS.days),
    },
    sessions: { nearlyFullPercent: read.number('nearlyFullPercent', NEARLY_FULL) },
    members: { lastJobFirst: typed.lastJobFirst },
    machinePapers: { days: read.number('paperDays', PAPER_DAYS), refuse: typed.papersRefuse },
    owing: { suspendAfterDays: read.optionalNumber('suspendAfterDays', SUSPEND_AFTER_DAYS) },
  })
}
