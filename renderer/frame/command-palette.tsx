import { Kbd } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, useSpotlight } from '@mantine/spotlight'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { SEARCH_LENGTH } from '#calls/limits'
import { useUser } from '../service/sign-in.ts'
import { useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import type { Action } from './everywhere.ts'
import { useFound } from './found.ts'
import type { Line } from './found-records.ts'
import { rememberAction } from './recent.ts'
import { search, searchStore, useSearchTyped } from './search-typed.ts'

export const openPalette = search.open

/** The pause, in milliseconds, after which the office is asked: two keys that are struck together are one question. */
const WAIT_MS = 10

/**
 * Ctrl + K or /: whatever can be done now, every screen, and every machine, member and booking, by typing. Enter takes
 * the first line.
 */
export function CommandPalette({ ofFrame }: { ofFrame: readonly Action[] }) {
  const say = useWords(frameWords)
  const format = useFormat()
  const { id: userId } = useUser()
  const { typed, enterWaits } = useSearchTyped()
  const [settled] = useDebouncedValue(typed, WAIT_MS)
  const { listId, opened } = useSpotlight(searchStore)
  const { groups, searching, refusal } = useFound({ typed, settled, opened, ofFrame })
  const moved = useRef(false)
  const shown = groups.flatMap(group => group.lines.map(line => line.id)).join(' ')

  useEffect(() => {
    // Before anything is typed nothing is chosen, so that Enter does nothing that was not meant.
    if (!listId || !shown || typed === '') return
    // What arrives later must not take the selection from a line that was chosen with the arrows.
    if (moved.current && document.getElementById(listId)?.querySelector('[data-selected]')) return
    const first = selectFirst(listId)
    if (!enterWaits || searching) return
    useSearchTyped.setState({ enterWaits: false })
    first?.click()
  }, [listId, shown, searching, typed, enterWaits])

  function type(text: string) {
    moved.current = false
    useSearchTyped.setState({ typed: text, enterWaits: false })
  }
  /** Enter pressed before the results arrive takes the first line once they do. */
  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moved.current = true
    if (event.key !== 'Enter' || !searching || moved.current || isSure(groups[0])) return
    useSearchTyped.setState({ enterWaits: true })
    selectNone(listId)
  }
  function take(line: Line) {
    rememberAction(userId, line.id)
    line.run()
  }
  return (
    <Spotlight
      store={searchStore}
      actions={groups.map(({ group, lines }) => ({
        group,
        actions: lines.map(line => shownAs(line, () => take(line))),
      }))}
      filter={(_query, actions) => actions}
      query={typed}
      onQueryChange={type}
      nothingFound={
        refusal ? refusalSentence(refusal, format) : say(searching ? 'searching' : 'searchNothing')
      }
      searchProps={{
        placeholder: say('searchHint'),
        'aria-label': say('search'),
        maxLength: SEARCH_LENGTH,
        onKeyDown: press,
      }}
      shortcut={['mod + K']}
      // Also from within a field: Ctrl + K types nothing.
      tagsToIgnore={[]}
      transitionProps={{ duration: 0 }}
      maxHeight={480}
      scrollable
      highlightQuery
      attributes={{ content: { 'aria-label': say('search'), 'data-search': true } }}
    />
  )
}

/** What the office does not have to find is there at once. */
function isSure(first: { found?: true } | undefined): boolean {
  return first !== undefined && !first.found
}

function shownAs({ id, label, description, keys }: Line, onClick: () => void): SpotlightActionData {
  return {
    id,
    label,
    onClick,
    ...(description && { description }),
    ...(keys && { rightSection: <Keys keys={keys} /> }),
  }
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map(key => (
    <Kbd key={key} size="xs" ml={4}>
      {key}
    </Kbd>
  ))
}

function selectNone(listId: string): void {
  document.getElementById(listId)?.querySelector('[data-selected]')?.removeAttribute('data-selected')
}

/** Spotlight keeps the selected line in the DOM and the position for the arrow keys in its store, so both are set. */
function selectFirst(listId: string): HTMLElement | null | undefined {
  const list = document.getElementById(listId)
  const first = list?.querySelector<HTMLElement>('[data-action]')
  selectNone(listId)
  first?.setAttribute('data-selected', 'true')
  searchStore.updateState(state => ({ ...state, selected: 0 }))
  return first
}
