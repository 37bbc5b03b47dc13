import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { may } from '#booking/users/roles'
import { usePlace } from '../navigation.ts'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { QuotaSettings } from '../quotas/quota-settings.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { bookletWords } from '../words/payments/screen.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Booklets } from './booklets.tsx'
import { Conflicts } from './conflicts.tsx'
import { OfficeSettings } from './office-settings.tsx'
import { OpeningHours } from './opening-hours.tsx'
import { RuleSettings } from './rule-settings.tsx'
import { NEW_USER, Users } from './users.tsx'

/** The tab to which the figures of Today lead, as the address names it. */
const CONFLICTS = 'conflicts'

export function SettingsScreen() {
  const say = useWords(settingsWords)
  const pay = useWords(bookletWords)
  const { role } = useUser()
  const mayChangeOffice = may(role, 'set-office')
  const mayKeepUsers = may(role, 'keep-users')
  const mayChangeRules = may(role, 'set-rules')
  const answer = useCall('settings.get', {})
  const { open } = usePlace()
  const isNewUser = open === NEW_USER && mayKeepUsers
  const first = mayChangeOffice ? 'office' : 'rules'
  const [tab, setTab] = useState<string | null>(isNewUser ? 'users' : open === CONFLICTS ? CONFLICTS : first)
  useFormBroughtBack(keptAs => {
    const part = keptOf(keptAs, 'settings')
    if (part) setTab(part.split('.')[0] ?? part)
    // The tab of the users then opens the form of the user.
    if (keptOf(keptAs, 'user')) setTab('users')
    // The rules then open the form of a quota.
    if (keptOf(keptAs, 'quota')) setTab('rules')
    // The forms inside a tab open by themselves.
    return part !== undefined && !part.includes('.')
  })
  return (
    <Page title={say('title')}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="office">{say('office')}</Tabs.Tab>
          <Tabs.Tab value="rules">{say('rules')}</Tabs.Tab>
          <Tabs.Tab value="hours">{say('hours')}</Tabs.Tab>
          {mayChangeRules ? <Tabs.Tab value="booklets">{pay('title')}</Tabs.Tab> : null}
          {mayKeepUsers ? <Tabs.Tab value="users">{say('users')}</Tabs.Tab> : null}
          <Tabs.Tab value={CONFLICTS}>{say('conflicts')}</Tabs.Tab>
          <Tabs.Tab value="appearance">{say('appearance')}</Tabs.Tab>
          <Tabs.Tab value="about">{say('about')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="office">
          <Answered answer={answer} rows={3}>
            {settings => <OfficeSettings settings={settings} mayChange={mayChangeOffice} />}
          </Answered>
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <Answered answer={answer} rows={4}>
            {settings => <RuleSettings settings={settings} mayChange={mayChangeRules} />}
          </Answered>
          <QuotaSettings mayChange={mayChangeRules} />
        </Tabs.Panel>
        <Tabs.Panel value="hours">
          <Answered answer={answer} rows={7}>
            {settings => <OpeningHours settings={settings} mayChange={mayChangeRules} />}
          </Answered>
        </Tabs.Panel>
        {mayChangeRules ? (
          <Tabs.Panel value="booklets">
            <Booklets />
          </Tabs.Panel>
        ) : null}
        {mayKeepUsers ? (
          <Tabs.Panel value="users">
            <Users />
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel value={CONFLICTS}>
          <Conflicts />
        </Tabs.Panel>
        <Tabs.Panel value="appearance">
          <Appearance />
        </Tabs.Panel>
        <Tabs.Panel value="about">
          <About />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
