import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { PASTED_LENGTH, PASTED_LINES, PASTED_LINES_NAMED } from '#calls/limits'
import { countLines } from '#calls/pasted-lines'
import { useCommand } from '../commands/use-command.ts'
import { textField } from '../parts/form/fields.ts'
import { Foot } from '../parts/form/foot.tsx'
import { RefusedForm } from '../parts/form/refused-form.tsx'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { useForm } from '../parts/form/use-form.ts'
import { Failed, Loading } from '../parts/lists/list-states.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { badLineWords } from '../words/members/bad-lines.ts'
import { memberWords } from '../words/members/screen.ts'
import { hasWords, useWords } from '../words/words.ts'

/**
 * Adds many members at once, all or none. The text is kept until they are added, even if the panel is closed
 * meanwhile.
 */
export function PasteMembers({ onDone }: { onDone: () => void }) {
  const say = useWords(memberWords)
  const format = useFormat()
  const addMany = useCommand('members.addMany')
  const form = useForm({
    keptAs: 'members',
    record: null,
    typedFrom: () => ({ text: '' }),
    read: typed => ({ fields: typed }),
    send: addMany.run,
    saved: yes => say('added', { count: yes.added }),
    onSaved: onDone,
    say,
    labels: { text: 'pasteField' },
    lengths: { text: PASTED_LENGTH },
  })
  const { text } = form.typed
  const [settled] = useDebouncedValue(text, 300)
  const tooMany = countLines(settled) > PASTED_LINES
  const pasted = settled.trim() !== '' && !tooMany
  const looked = useCall('members.checkMany', { text: settled }, { enabled: pasted, keepPrevious: true })
  const good = pasted && looked.data && looked.data.badCount === 0 ? looked.data.goodCount : 0
  return (
    <Stack gap="sm">
      <RestoredNotice shown={form.restored} onDiscard={form.discard} />
      <Text size="sm">{say('pasteExplain')}</Text>
      <Textarea
        {...textField(form, 'text')}
        placeholder={say('pasteHint')}
        rows={8}
        wrap="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'monospace', overflowX: 'auto' } }}
        data-autofocus
      />
      {settled.trim() === '' ? (
        <Text size="sm" c="dimmed">
          {say('nothingPasted')}
        </Text>
      ) : null}
      {tooMany ? (
        <Text size="sm" fw={600} role="alert">
          {say('tooManyLines', { most: format.number(PASTED_LINES) })}
        </Text>
      ) : null}
      {pasted && looked.error && !looked.data ? (
        <Failed error={looked.error} onTryAgain={() => void looked.refetch()} />
      ) : null}
      {pasted && looked.isPending ? <Loading rows={2} /> : null}
      {pasted && looked.data ? <Looked looked={looked.data} /> : null}
      <RefusedForm form={form} />
      {good > 0 ? (
        <Foot>
          <Button
            loading={form.busy}
            disabled={settled !== text || looked.isPlaceholderData}
            onClick={event => void form.save(event.currentTarget)}
          >
            {say('addAll', { count: good })}
          </Button>
        </Foot>
      ) : null}
    </Stack>
  )
}

function Looked({ looked }: { looked: OutputOf<'members.checkMany'> }) {
  const say = useWords(memberWords)
  const wrong = useWords(badLineWords)
  const format = useFormat()
  const { good, goodCount, bad, badCount } = looked
  const more = (count: number) =>
    count > PASTED_LINES_NAMED ? (
      <Text size="sm" c="dimmed">
        {say('moreLines', { number: format.number(count - PASTED_LINES_NAMED) })}
      </Text>
    ) : null
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} role="status">
        {say('goodLines', { count: goodCount })} {badCount > 0 ? say('badLines', { count: badCount }) : ''}
      </Text>
      {bad.length > 0 ? (
        <RecordTable caption={say('problem')} heads={[say('line'), say('problem'), say('asPasted')]}>
          {bad.map(({ line, problem, text }) => (
            <tr key={line}>
              <Cell label={say('line')}>{line}</Cell>
              <Cell label={say('problem')}>{hasWords(badLineWords, problem) ? wrong(problem) : problem}</Cell>
              <Cell label={say('asPasted')}>{text}</Cell>
            </tr>
          ))}
        </RecordTable>
      ) : null}
      {more(badCount)}
      {good.length > 0 ? (
        <RecordTable
          caption={say('asPasted')}
          heads={[say('line'), say('number'), say('name'), say('phone'), say('barangay'), say('sector')]}
        >
          {good.map(one => (
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
      {more(goodCount)}
    </Stack>
  )
}
