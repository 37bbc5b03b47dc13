import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { create } from 'zustand'
import { openNoticeChoices } from '../open-notice-choices.ts'
import { callOffice } from '../service/calls-by-name.ts'
import { useSignIn } from '../service/sign-in.ts'
import { openUndo } from '../undo-open.ts'
import { frameWords } from '../words/frame/frame.ts'
import { LANGUAGE_NAMES, LANGUAGES, speak } from '../words/language.ts'
import { noticeWords } from '../words/notices/bell.ts'
import { keyWords } from '../words/parts/keys.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useLanguage, useWords } from '../words/words.ts'
import type { Action } from './everywhere.ts'

/** Whether the password is being changed, from the user's menu or from the search. */
export const useChangingPassword = create<{ open: boolean }>(() => ({ open: false }))

/** What the frame offers, in the user's menu and in the search: the keys, and what is the user's own. */
export function useFrameActions(openSheet: () => void): Action[] {
  const say = useWords(frameWords)
  const key = useWords(keyWords)
  const undo = useWords(undoWords)
  const notice = useWords(noticeWords)
  const { language, colours } = useSwitches()
  return [
    { id: 'undo', label: undo('undo'), keys: ['Ctrl', 'Z'], run: () => openUndo('last') },
    { id: 'my-steps', label: undo('mySteps'), run: () => openUndo('list') },
    { id: 'keys', label: key('title'), keys: ['?'], run: openSheet },
    language,
    colours,
    { id: 'notice-choices', label: notice('choose'), run: () => openNoticeChoices(true) },
    { id: 'switch-user', label: say('switchUser'), run: leave },
    {
      id: 'change-password',
      label: say('changePassword'),
      run: () => useChangingPassword.setState({ open: true }),
    },
    { id: 'sign-out', label: say('signOut'), run: signOut },
  ]
}

/** The other language and the other colours. */
export function useSwitches() {
  const say = useWords(frameWords)
  const now = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark'
  const other = LANGUAGES.find(one => one !== now) ?? now
  return {
    language: { id: 'language', label: LANGUAGE_NAMES[other], run: () => speak(other) },
    colours: { id: 'colours', label: say(scheme), run: () => setColorScheme(scheme), scheme },
  } as const
}

/** Ends this window's sign-in even if the service is away. The office removes the token if the call reaches it. */
export function leave(): void {
  callOffice('auth.signOut', {}).catch(() => undefined)
  // By then the call has read the token.
  setTimeout(() => useSignIn.getState().signedOut(), 0)
}

export function signOut(): void {
  leave()
  window.location.hash = ''
}
