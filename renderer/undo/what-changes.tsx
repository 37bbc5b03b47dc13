import { Text } from '@mantine/core'
import type { Step } from '#calls/undo'
import { OneChange } from '../history/history-line.tsx'
import { useHistoryInWords } from '../history/in-words.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'
import '../history/history.css'

/** What undoing a step would change: each field as it is now, and as it would be. */
export function WhatChanges({ step }: { step: Step }) {
  const say = useWords(undoWords)
  const { changes } = useHistoryInWords()
  const { records, count } = step
  const shown = records.flatMap(record =>
    changes(record).map(changed => ({ key: `${record.entityId} ${changed.field}`, record, changed })),
  )
  if (shown.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {say('nothingChanges')}
      </Text>
    )
  }
  return (
    <ul className="araro-what-changes" aria-label={say('becomes')}>
      {shown.map(({ key, record, changed }) => (
        <li key={key}>
          {count > 1 ? <Text span size="sm">{`${record.title} · `}</Text> : null}
          <OneChange changed={changed} isNew={false} />
        </li>
      ))}
      {count > records.length ? <li>{say('andMore', { count: count - records.length })}</li> : null}
    </ul>
  )
}
