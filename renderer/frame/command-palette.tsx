import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { SEARCH_LENGTH } from '#calls/limits'
import { useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { useFound } from './found.ts'

const [store, palette] = createSpotlight()
export const openPalette = palette.open

/** Ctrl + K: go to a screen, find a machine, a member or a booking, or start a booking. Enter takes the first line. */
export function CommandPalette() {
  const say = useWords(frameWords)
  const [typed, setTyped] = useState('')
  const [settled] = useDebouncedValue(typed, 150)
  const { groups, searching, refusal } = useFound(typed, settled)
  const format = useFormat()
  const nothing = refusal ? refusalSentence(refusal, format) : say(searching ? 'searching' : 'searchNothing')
  const { listId } = useSpotlight(store)
  const enterWaits = useRef(false)
  const moved = useRef(false)
  const shown = groups.flatMap(group => group.actions.map(action => action.id)).join(' ')

  useEffect(() => {
    if (!listId || !shown) return
    // What arrives later must not take the selection from a line that was chosen with the arrows.
    if (moved.current && document.getElementById(listId)?.querySelector('[data-selected]')) return
    const first = selectFirst(listId)
    if (enterWaits.current) first?.click()
    enterWaits.current = false
  }, [listId, shown])

  function type(text: string) {
    enterWaits.current = false
    moved.current = false
    setTyped(text)
  }
  /** Enter pressed before the results arrive takes the first line once they do. */
  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moved.current = true
    if (event.key === 'Enter' && searching && !shown) enterWaits.current = true
  }
  return (
    <Spotlight
      store={store}
      actions={groups}
      filter={(_query, actions) => actions}
      query={typed}
      onQueryChange={type}
      nothingFound={nothing}
      searchProps={{
        placeholder: say('searchHint'),
        'aria-label': say('search'),
        maxLength: SEARCH_LENGTH,
        onKeyDown: press,
      }}
      shortcut={['mod + K']}
      highlightQuery
      attributes={{ content: { 'aria-label': say('search') } }}
    />
  )
}

/** Spotlight keeps the selected line in the DOM and the position for the arrow keys in its store, so both are set. */
function selectFirst(listId: string): HTMLElement | null | undefined {
  const list = document.getElementById(listId)
  const first = list?.querySelector<HTMLElement>('[data-action]')
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  first?.setAttribute('data-selected', 'true')
  store.updateState(state => ({ ...state, selected: 0 }))
  return first
}
