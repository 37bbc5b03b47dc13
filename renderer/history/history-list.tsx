import { Anchor, Button, Select } from '@mantine/core'
import { useState } from 'react'
import { RECORD_ENTITIES, type RecordEntity } from '#booking/entities'
import { may } from '#booking/users/roles'
import type { HistoryRow } from '#calls/history'
import { hrefOf } from '../navigation.ts'
import { clearButton } from '../parts/fields/clear-button.ts'
import { isWholeDay } from '../parts/fields/day-field.tsx'
import { DayRange } from '../parts/fields/day-range.tsx'
import { TypeAhead } from '../parts/fields/type-ahead.tsx'
import { FilterBar } from '../parts/lists/filter-bar.tsx'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { recordWords } from '../words/by-trade.ts'
import { dayAfter, useFormat } from '../words/format.ts'
import { historyWords } from '../words/history/screen.ts'
import { useWords } from '../words/words.ts'
import { WhatChanged } from './history-line.tsx'
import { useHistoryInWords } from './in-words.ts'

type Filter = { entity: RecordEntity | null; userId: string | null; from: string; to: string }
const NO_FILTER: Filter = { entity: null, userId: null, from: '', to: '' }

export function HistoryList() {
  const say = useWords(historyWords)
  const { calendar } = useFormat()
  const [filter, setFilter] = useState(NO_FILTER)
  const { entity, userId, from, to } = filter
  const answer = usePages('history.list', {
    ...(entity ? { entity } : {}),
    ...(userId ? { userId } : {}),
    ...(isWholeDay(from) ? { fromMs: calendar.startOfDay(from) } : {}),
    ...(isWholeDay(to) ? { toMs: calendar.startOfDay(dayAfter(to)) } : {}),
  })
  const filtered = Boolean(entity || userId || from || to)
  const emptyAction = filtered ? (
    <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
      {say('clear')}
    </Button>
  ) : (
    <Anchor href={hrefOf('calendar')}>{say('emptyAction')}</Anchor>
  )
  const known = answer.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <>
      <Filters filter={filter} onChange={setFilter} filtered={filtered} known={known} />
      <Paged
        answer={answer}
        rowsOf={page => page.rows}
        empty={<Empty sentence={say(filtered ? 'emptyFound' : 'empty')} action={emptyAction} />}
      >
        {rows => (
          <RecordTable
            caption={say('title')}
            heads={[say('when'), say('who'), say('what'), say('which'), say('details')]}
          >
            {rows.map(row => (
              <Line key={row.seq} row={row} />
            ))}
          </RecordTable>
        )}
      </Paged>
    </>
  )
}

function Line({ row }: { row: HistoryRow }) {
  const say = useWords(historyWords)
  const inWords = useHistoryInWords()
  const format = useFormat()
  return (
    <tr>
      <Cell label={say('when')} shape="fixed">
        {format.instant(row.atMs)}
      </Cell>
      <Cell label={say('who')} shape="name">
        {inWords.who(row.userName)}
      </Cell>
      <Cell label={say('what')} shape="name">
        {inWords.deed(row)}
      </Cell>
      <Cell label={say('which')} shape="name">
        <RecordLink entity={row.entity} id={row.entityId}>
          {row.title}
        </RecordLink>
      </Cell>
      <Cell shape="sentence">
        <WhatChanged row={row} />
      </Cell>
    </tr>
  )
}

type FiltersProps = {
  filter: Filter
  filtered: boolean
  /** The lines shown. Their users can be chosen even by a user who may not list all users. */
  known: readonly HistoryRow[]
  onChange: (filter: Filter) => void
}

function Filters({ filter, filtered, known, onChange }: FiltersProps) {
  const say = useWords(historyWords)
  const kinds = useWords(recordWords)
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part })
  const people = usePeople(known, filter.userId)
  return (
    <FilterBar
      filtered={filtered}
      onClear={() => onChange(NO_FILTER)}
      more={<DayRange value={filter} onChange={set} />}
    >
      <Select
        label={say('thing')}
        placeholder={say('everything')}
        data={RECORD_ENTITIES.map(value => ({ value, label: kinds(value) }))}
        value={filter.entity}
        onChange={entity => set({ entity: entity as RecordEntity | null })}
        clearable
        clearButtonProps={clearButton(say('everything'))}
        style={{ flex: '1 1 140px', maxWidth: 220 }}
      />
      <TypeAhead
        label={say('who')}
        placeholder={say('everybody')}
        choices={people}
        chosen={people.find(one => one.value === filter.userId) ?? null}
        onChoose={choice => set({ userId: choice.value })}
        clearLabel={say('everybody')}
        onClear={() => set({ userId: null })}
        nothingFound={say('nobody')}
        severalFound={(count, text) => say('peopleMatch', { count, text })}
        style={{ flex: '1 1 140px', maxWidth: 220 }}
      />
    </FilterBar>
  )
}

/** Administrators choose from all users; others from themselves and the users in the lines shown so far. */
function usePeople(known: readonly HistoryRow[], chosen: string | null) {
  const me = useUser()
  const mayListUsers = may(me.role, 'keep-users')
  const users = useCall('users.list', {}, { enabled: mayListUsers }).data ?? []
  const [seen] = useState(() => new Map<string, string>([[me.id, me.name]]))
  for (const user of users) seen.set(user.id, user.name)
  for (const { userId, userName } of known) if (userId) seen.set(userId, userName)
  if (chosen && !seen.has(chosen)) seen.set(chosen, '…')
  return [...seen].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}
