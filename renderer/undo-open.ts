import { create } from 'zustand'

/** What is open of the undo: the question about the last step, or the list of the last steps. */
export type OpenUndo = 'last' | 'list' | null

export const useOpenUndo = create<{ open: OpenUndo }>(() => ({ open: null }))

export function openUndo(open: OpenUndo): void {
  useOpenUndo.setState({ open })
}
