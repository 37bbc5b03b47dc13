import { create } from 'zustand'

/** Whether the person is choosing which notices to get, from the bell or from the search. */
export const useNoticeChoices = create<{ open: boolean }>(() => ({ open: false }))

export function openNoticeChoices(open: boolean): void {
  useNoticeChoices.setState({ open })
}
