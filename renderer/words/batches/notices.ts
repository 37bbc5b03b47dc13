import type { NoticeKind } from '#booking/notices/kinds'
import { wordsFor } from '../words.ts'

export const batchNotices = wordsFor<NoticeKind<'batch'>>('batch-notices', {
  en: {
    'batch-cancelled': '{{by}} cancelled a batch of {{title}}. Tell the members whose sacks you added.',
    'batch-moved':
      '{{by}} moved a batch of {{title}} to another time. Tell the members whose sacks you added.',
    'batch-merged':
      '{{by}} put a batch of {{title}} into another one. Tell the members whose sacks you added.',
  },
  fil: {
    'batch-cancelled':
      'Kinansela ni {{by}} ang isang salang ng {{title}}. Sabihan ang mga kasaping inilista mo.',
    'batch-moved':
      'Inilipat ni {{by}} sa ibang oras ang isang salang ng {{title}}. Sabihan ang mga kasaping inilista mo.',
    'batch-merged':
      'Isinama ni {{by}} sa iba ang isang salang ng {{title}}. Sabihan ang mga kasaping inilista mo.',
  },
})

export const shareNotices = wordsFor<NoticeKind<'share'>>('share-notices', {
  en: { 'share-moved': '{{by}} moved sacks to another batch: {{title}}. Tell the member.' },
  fil: { 'share-moved': 'Inilipat ni {{by}} sa ibang salang ang mga sako: {{title}}. Sabihan ang kasapi.' },
})
