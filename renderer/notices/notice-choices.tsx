import { Button, Checkbox, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { NoticeChoice } from '#calls/notices'
import { openNoticeChoices } from '../open-notice-choices.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { Answered } from '../parts/lists/list-states.tsx'
import { callOffice } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { useCall } from '../service/use-call.ts'
import { choiceWords, noticeKindNames } from '../words/notices/choices.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'
import { useDesktopWanted } from './use-desktop-notices.ts'

/** Which notices the person wants, on the bell and on the desktop. */
export function NoticeChoices() {
  const say = useWords(choiceWords)
  const answer = useCall('notices.choices', {}, { alwaysFresh: true })
  return (
    <SidePanel opened title={say('title')} onClose={() => openNoticeChoices(false)}>
      <Stack gap="md">
        <OnTheDesktop />
        <Text size="sm">{say('explain')}</Text>
        <Answered answer={answer} rows={8}>
          {({ choices }) => <Choices choices={choices} onChosen={answer.refetch} />}
        </Answered>
      </Stack>
    </SidePanel>
  )
}

/** Asks the browser or the desktop for the permission, when the person wants it. */
function OnTheDesktop() {
  const say = useWords(choiceWords)
  const [wanted, setWanted] = useDesktopWanted()
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : null,
  )
  async function ask() {
    const answer = await Notification.requestPermission()
    setPermission(answer)
    if (answer === 'granted') setWanted(true)
  }
  if (permission === null) return <Text size="sm">{say('unsupported')}</Text>
  if (permission === 'denied') return <Text size="sm">{say('blocked')}</Text>
  const isOn = wanted && permission === 'granted'
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{say(isOn ? 'desktopOn' : 'desktopOff')}</Text>
      <Button variant="default" onClick={() => (isOn ? setWanted(false) : void ask())}>
        {say(isOn ? 'stop' : 'show')}
      </Button>
    </Stack>
  )
}

type ChoicesProps = { choices: readonly NoticeChoice[]; onChosen: () => Promise<unknown> }

function Choices({ choices, onChosen }: ChoicesProps) {
  const say = useWords(choiceWords)
  const named = useWords(noticeKindNames)
  const [busy, setBusy] = useState<string | null>(null)
  async function choose(choice: NoticeChoice) {
    setBusy(choice.kind)
    try {
      await callOffice('notices.choose', choice)
      await onChosen()
    } catch (error) {
      noteTrouble(error)
      sayTrouble(error)
    } finally {
      setBusy(null)
    }
  }
  return (
    <Table aria-label={say('title')} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say('kind')}</Table.Th>
          <Table.Th>{say('bell')}</Table.Th>
          <Table.Th>{say('desktop')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {choices.map(choice => (
          <Table.Tr key={choice.kind}>
            <Table.Th scope="row" fw={400}>
              {named(choice.kind)}
            </Table.Th>
            {(['bell', 'desktop'] as const).map(where => (
              <Table.Td key={where}>
                <Checkbox
                  aria-label={`${named(choice.kind)}: ${say(where)}`}
                  checked={choice[where]}
                  disabled={busy === choice.kind}
                  onChange={event => void choose({ ...choice, [where]: event.currentTarget.checked })}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
