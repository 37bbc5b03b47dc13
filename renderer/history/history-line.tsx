import { Text } from '@mantine/core'
import type { HistoryRow } from '#calls/history'
import { historyWords } from '../words/history/screen.ts'
import { useWords } from '../words/words.ts'
import { type Changed, useHistoryInWords } from './in-words.ts'
import './history.css'

/** The changed fields, before and after. Folded until opened. */
export function WhatChanged({ row }: { row: HistoryRow }) {
  const say = useWords(historyWords)
  const changes = useHistoryInWords().changes(row)
  if (changes.length === 0) return null
  return (
    <details className="araro-what-changed">
      <summary>{say('details')}</summary>
      <ul>
        {changes.map(changed => (
          <li key={changed.field}>
            <OneChange changed={changed} isNew={row.before === null} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A changed field: what it was, and what it became. */
export function OneChange({ changed, isNew }: { changed: Changed; isNew: boolean }) {
  const { field, before, after } = changed
  return (
    <>
      <Text span size="sm" c="dimmed">
        {field}:{' '}
      </Text>
      {isNew || before === '' ? null : (
        <>
          <del>{before}</del> <span aria-hidden>→</span>{' '}
        </>
      )}
      {after === '' ? null : <ins>{after}</ins>}
    </>
  )
}
