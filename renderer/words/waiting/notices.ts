import type { NoticeKind } from '#booking/notices/kinds'
import { wordsFor } from '../words.ts'

export const waitingNotices = wordsFor<NoticeKind<'waiting'>>('waiting-notices', {
  en: { offer: 'A machine is free for somebody on the waiting list: {{title}}. Call the member.' },
  fil: { offer: 'May bakanteng makina para sa nasa listahan ng naghihintay: {{title}}. Tawagan ang kasapi.' },
})
