import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { Failed, Loading } from '../parts/lists/list-states.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { useCommand } from '../service/use-command.ts'
import { useFormat } from '../words/format.ts'
import { badLineWords } from '../words/members/bad-lines.ts'
import { memberWords } from '../words/members/screen.ts'
import { hasWords, useWords } from '../words/words.ts'

/** Many members at once, all or nothing. The text stays until they are in, also when the panel is closed meanwhile. */
export function PasteMembers({ onDone }: { onDone: () => void }) {
  const say = useWords(memberWords)
  const kept = useKeptTyping('members', () => '')
  const { typed: text } = kept
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [settled] = useDebouncedValue(text, 300)
  const pasted = settled.trim() !== ''
  const looked = useCall('members.checkMany', { text: settled }, { enabled: pasted, keepPrevious: true })
  const addMany = useCommand('members.addMany')
  const good = pasted && looked.data && looked.data.bad.length === 0 ? looked.data.good.length : 0

  function type(typed: string) {
    kept.setTyped(typed)
    setRefusal(null)
  }
  async function addAll() {
    const outcome = await addMany.run({ text })
    if (!outcome) return
    if (!outcome.ok) return setRefusal(outcome.refusal)
    kept.done()
    notifications.show({ message: say('added', { count: outcome.added }) })
    onDone()
  }
  return (
    <Stack gap="sm">
      <RestoredNotice shown={kept.restored} onDiscard={kept.discard} />
      <Text size="sm">{say('pasteExplain')}</Text>
      <Textarea
        label={say('pasteField')}
        placeholder={say('pasteHint')}
        value={text}
        maxLength={500_000}
        onChange={event => type(event.currentTarget.value)}
        rows={8}
        wrap="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'monospace', overflowX: 'auto' } }}
        data-autofocus
      />
      {pasted ? null : (
        <Text size="sm" c="dimmed">
          {say('nothingPasted')}
        </Text>
      )}
      {pasted && looked.error && !looked.data ? (
        <Failed error={looked.error} onTryAgain={() => void looked.refetch()} />
      ) : null}
      {pasted && looked.isPending ? <Loading rows={2} /> : null}
      {pasted && looked.data ? <Looked looked={looked.data} /> : null}
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
      {good > 0 ? (
        <Group justify="flex-end">
          <Button
            loading={addMany.busy}
            disabled={settled !== text || looked.isPlaceholderData}
            onClick={() => void addAll()}
          >
            {say('addAll', { count: good })}
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}

const SHOWN = 50

function Looked({ looked }: { looked: OutputOf<'members.checkMany'> }) {
  const say = useWords(memberWords)
  const wrong = useWords(badLineWords)
  const format = useFormat()
  const { good, bad } = looked
  const more = (lines: readonly unknown[]) =>
    lines.length > SHOWN ? (
      <Text size="sm" c="dimmed">
        {say('moreLines', { number: format.number(lines.length - SHOWN) })}
      </Text>
    ) : null
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} role="status">
        {say('goodLines', { count: good.length })}{' '}
        {bad.length > 0 ? say('badLines', { count: bad.length }) : ''}
      </Text>
      {bad.length > 0 ? (
        <RecordTable caption={say('problem')} heads={[say('line'), say('problem'), say('asPasted')]}>
          {bad.slice(0, SHOWN).map(({ line, problem, text }) => (
            <tr key={line}>
              <Cell label={say('line')}>{line}</Cell>
              <Cell label={say('problem')}>{hasWords(badLineWords, problem) ? wrong(problem) : problem}</Cell>
              <Cell label={say('asPasted')}>{text}</Cell>
            </tr>
          ))}
        </RecordTable>
      ) : null}
      {more(bad)}
      {good.length > 0 ? (
        <RecordTable
          caption={say('asPasted')}
          heads={[say('line'), say('number'), say('name'), say('phone'), say('barangay'), say('sector')]}
        >
          {good.slice(0, SHOWN).map(one => (
            <tr key={one.line}>
              <Cell label={say('line')}>{one.line}</Cell>
              <Cell label={say('number')}>{one.number}</Cell>
              <Cell label={say('name')}>{one.name}</Cell>
              <Cell label={say('phone')}>{one.phone}</Cell>
              <Cell label={say('barangay')}>{one.barangay}</Cell>
              <Cell label={say('sector')}>{one.sector}</Cell>
            </tr>
          ))}
        </RecordTable>
      ) : null}
      {more(good)}
    </Stack>
  )
}
