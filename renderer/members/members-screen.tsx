import { Button, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconClipboardText, IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { MEMBER_STANDINGS, type MemberStanding } from '#booking/members/standing'
import { SEARCH_LENGTH } from '#calls/limits'
import { usePlace } from '../navigation.ts'
import { useBeside } from '../parts/dialogs/use-beside.ts'
import { clearButton } from '../parts/fields/clear-button.ts'
import { type Choice, TypeAhead } from '../parts/fields/type-ahead.tsx'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { FilterBar } from '../parts/lists/filter-bar.tsx'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { memberWords } from '../words/members/screen.ts'
import { standingWords } from '../words/members/standing.ts'
import { useWords } from '../words/words.ts'
import { BesideMembers, OWN, type Own } from './beside-members.tsx'
import { MemberRows } from './member-rows.tsx'

type Filter = { text: string; barangay: string | null; standing: MemberStanding | null }
const NO_FILTER: Filter = { text: '', barangay: null, standing: null }

export function MembersScreen() {
  const say = useWords(memberWords)
  const { find } = usePlace()
  const [filter, setFilter] = useState<Filter>({ ...NO_FILTER, text: find ?? '' })
  const [beside, setBeside] = useBeside<Own>('member', OWN)
  useFormBroughtBack(keptAs => {
    const member = keptOf(keptAs, 'member')
    if (member) setBeside(member === 'new' ? 'add' : { change: member })
    if (keptAs === 'members') setBeside('paste')
    return member !== undefined || keptAs === 'members'
  })
  useEffect(() => {
    if (find) setFilter({ ...NO_FILTER, text: find })
  }, [find])
  const [settled] = useDebouncedValue(filter, 200)
  const { text, barangay, standing } = settled
  const filtered = Boolean(text.trim() || barangay || standing)
  const answer = usePages('members.list', {
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(barangay ? { barangay } : {}),
    ...(standing ? { standing } : {}),
  })
  const first = answer.data?.pages[0]
  return (
    <Page title={say('title')} actions={<Actions go={setBeside} />}>
      <Filters filter={filter} barangays={first?.barangays ?? []} onChange={setFilter} filtered={filtered} />
      <Paged
        answer={answer}
        rowsOf={page => page.members}
        empty={
          <NoMembers
            filtered={filtered}
            onClear={() => setFilter(NO_FILTER)}
            onAdd={() => setBeside('add')}
          />
        }
      >
        {members => (
          <>
            <Total count={first?.total ?? members.length} />
            <MemberRows members={members} onShow={memberId => setBeside({ show: memberId })} />
          </>
        )}
      </Paged>
      <BesideMembers beside={beside} go={setBeside} />
    </Page>
  )
}

function Actions({ go }: { go: (beside: Own) => void }) {
  const say = useWords(memberWords)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconClipboardText size={16} aria-hidden />}
        onClick={() => go('paste')}
      >
        {say('paste')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('add')}>
        {say('add')}
      </Button>
    </>
  )
}

function Total({ count }: { count: number }) {
  const say = useWords(memberWords)
  const format = useFormat()
  return (
    <Text size="sm" c="dimmed" mb={4} role="status">
      {say('total', { count, shown: format.number(count) })}
    </Text>
  )
}

type FiltersProps = {
  filter: Filter
  barangays: readonly string[]
  filtered: boolean
  onChange: (filter: Filter) => void
}

function Filters({ filter, barangays, filtered, onChange }: FiltersProps) {
  const say = useWords(memberWords)
  const named = useWords(standingWords)
  const rest = (
    <>
      <TypeAhead
        label={say('barangay')}
        placeholder={say('anyBarangay')}
        choices={barangays.map(choiceOf)}
        chosen={filter.barangay === null ? null : choiceOf(filter.barangay)}
        onChoose={choice => onChange({ ...filter, barangay: choice.value })}
        clearLabel={say('anyBarangay')}
        onClear={() => onChange({ ...filter, barangay: null })}
        nothingFound={say('noBarangay')}
        severalFound={(count, text) => say('barangaysMatch', { count, text })}
        style={{ flex: '1 1 150px' }}
      />
      <Select
        label={say('standing')}
        placeholder={say('anyStanding')}
        data={MEMBER_STANDINGS.map(value => ({ value, label: named(value) }))}
        value={filter.standing}
        onChange={standing => onChange({ ...filter, standing: standing as Filter['standing'] })}
        clearable
        clearButtonProps={clearButton(say('anyStanding'))}
        style={{ flex: '1 1 150px' }}
      />
    </>
  )
  return (
    <FilterBar more={rest} filtered={filtered} onClear={() => onChange(NO_FILTER)}>
      <TextInput
        label={say('search')}
        placeholder={say('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        maxLength={SEARCH_LENGTH}
        onChange={event => onChange({ ...filter, text: event.currentTarget.value })}
        style={{ flex: '2 1 200px' }}
      />
    </FilterBar>
  )
}

function choiceOf(name: string): Choice {
  return { value: name, label: name }
}

type NoMembersProps = { filtered: boolean; onClear: () => void; onAdd: () => void }

function NoMembers({ filtered, onClear, onAdd }: NoMembersProps) {
  const say = useWords(memberWords)
  return filtered ? (
    <Empty
      sentence={say('emptyFound')}
      action={
        <Button variant="default" onClick={onClear}>
          {say('clear')}
        </Button>
      }
    />
  ) : (
    <Empty sentence={say('empty')} action={<Button onClick={onAdd}>{say('add')}</Button>} />
  )
}
