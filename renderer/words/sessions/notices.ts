import type { NoticeKind } from '#booking/notices/kinds'
import { wordsFor } from '../words.ts'

export const sessionNotices = wordsFor<NoticeKind<'session'>>('session-notices', {
  en: {
    'moved-up': 'A place became free in {{title}} and went to the next who waited. Call them.',
    'nearly-full': '{{title}} is nearly full.',
    'session-cancelled': '{{by}} cancelled {{title}}. Tell those who were to come.',
    'session-moved': '{{by}} moved {{title}} to another time. Tell those who are to come.',
  },
  fil: {
    'moved-up': 'May nabakanteng puwesto sa {{title}} at ibinigay sa kasunod na naghihintay. Tawagan siya.',
    'nearly-full': 'Malapit nang mapuno ang {{title}}.',
    'session-cancelled': 'Kinansela ni {{by}} ang {{title}}. Sabihan ang mga dadalo sana.',
    'session-moved': 'Inilipat ni {{by}} sa ibang oras ang {{title}}. Sabihan ang mga dadalo.',
  },
})
