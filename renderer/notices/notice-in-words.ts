import type { NoticeRow } from '#calls/notices'
import { useFormat } from '../words/format.ts'
import { noticeWords } from '../words/notices/bell.ts'
import { noticeSentences } from '../words/notices/kinds.ts'
import { hasWords, sayIn, useWords } from '../words/words.ts'

/** What a notice says: what was done by whom, and why. */
export function useNoticeInWords() {
  const say = useWords(noticeWords)
  const { language } = useFormat()
  return ({ kind, byName, about, reason }: NoticeRow): string => {
    const sentences = noticeSentences(about.entity)
    const title = about.entity === 'booking' ? about.memberName : about.title
    const who = { by: byName, title, member: title }
    const known = sentences && hasWords(sentences, kind)
    const said = known ? sayIn(language, sentences, kind, who) : say('unknown', who)
    return reason ? `${said} ${say('reason', { reason })}` : said
  }
}
