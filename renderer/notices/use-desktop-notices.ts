import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { NoticeRow } from '#calls/notices'
import { openRecord } from '../navigation.ts'
import { useUser } from '../service/sign-in.ts'
import { noticeWords } from '../words/notices/bell.ts'
import { useWords } from '../words/words.ts'
import { useNoticeInWords } from './notice-in-words.ts'

/** More than so many at once are told in one, such as after a PC woke up. */
const MOST_AT_ONCE = 3

/** Whether this user wants notices on the desktop of this computer. Asked for by the user, and never at the start. */
export function useDesktopWanted() {
  const { id } = useUser()
  return useLocalStorage({
    key: `araro.desktop-notices.${id}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  })
}

/** Shows each new notice on the desktop, where the person wants its kind there. What was there before stays quiet. */
export function useDesktopNotices(notices: readonly NoticeRow[] | undefined): void {
  const say = useWords(noticeWords)
  const inWords = useNoticeInWords()
  const [wanted] = useDesktopWanted()
  const seen = useRef<{ ids: ReadonlySet<string>; untilMs: number } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is new is told, whatever else changes
  useEffect(() => {
    if (!notices) return
    const before = seen.current
    const newestMs = Math.max(...notices.map(one => one.atMs), before?.untilMs ?? 0)
    seen.current = {
      ids: new Set([...(before?.ids ?? []), ...notices.map(one => one.id)]),
      untilMs: Math.min(newestMs, Date.now()),
    }
    if (!before || !wanted || !mayShow()) return
    // A kind that is wanted again brings old notices back into the list.
    const news = notices.filter(
      one => one.desktop && !one.read && !before.ids.has(one.id) && one.atMs >= before.untilMs,
    )
    if (news.length > MOST_AT_ONCE) show('several', say('severalNew', { count: news.length }))
    else for (const one of news) show(one.id, inWords(one), () => openRecord(one.about.entity, one.about.id))
  }, [notices])
}

function mayShow(): boolean {
  return 'Notification' in window && Notification.permission === 'granted'
}

/** @param tag of the same notice in several windows, the desktop shows one */
function show(tag: string, body: string, open?: () => void): void {
  try {
    const shown = new Notification('Araro', {
      body,
      tag: `araro ${tag}`,
      lang: document.documentElement.lang,
    })
    shown.onclick = () => {
      window.focus()
      shown.close()
      open?.()
    }
  } catch {
    // On a phone, a page without a worker cannot show any. The bell has the notice.
  }
}
