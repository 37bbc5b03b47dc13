import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { Page } from '../parts/page.tsx'
import { historyWords } from '../words/history/screen.ts'
import { useWords } from '../words/words.ts'
import { ChainCheck } from './chain-check.tsx'
import { HistoryList } from './history-list.tsx'
import { RefusedAttempts } from './refused-attempts.tsx'

export function HistoryScreen() {
  const say = useWords(historyWords)
  const [tab, setTab] = useState<string | null>('did')
  return (
    <Page title={say('title')}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="did">{say('did')}</Tabs.Tab>
          <Tabs.Tab value="refused">{say('refused')}</Tabs.Tab>
          <Tabs.Tab value="check">{say('checkTab')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="did">
          <HistoryList />
        </Tabs.Panel>
        <Tabs.Panel value="refused">
          <RefusedAttempts />
        </Tabs.Panel>
        <Tabs.Panel value="check">
          <ChainCheck />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
