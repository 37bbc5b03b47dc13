import { createSpotlight } from '@mantine/spotlight'
import { create } from 'zustand'

export const [searchStore, search] = createSpotlight()

/** What is typed into the search. `enterWaits`: Enter was pressed, and takes the first line once it is found. */
export const useSearchTyped = create<{ typed: string; enterWaits: boolean }>(() => ({
  typed: '',
  enterWaits: false,
}))

/**
 * Keeps a key that is struck after the search was opened and before its field is there, so that no letter is lost and
 * none is taken for a command of the screen.
 * @returns whether the key was kept
 */
export function keptForSearch(event: KeyboardEvent): boolean {
  if (!searchStore.getState().opened || event.ctrlKey || event.altKey || event.metaKey) return false
  if (document.activeElement?.closest('[data-search]')) return false
  if (event.key === 'Enter') useSearchTyped.setState({ enterWaits: true })
  else if (event.key.length === 1) useSearchTyped.setState(({ typed }) => ({ typed: typed + event.key }))
  else return false
  return true
}
