import type { NoticeKind } from '#booking/notices/kinds'
import { wordsFor } from '../words.ts'

/** The sentence of each kind of notice about a machine: its name (`title`). */
export const machineNotices = wordsFor<NoticeKind<'machine'>>('machine-notices', {
  en: {
    conflict: 'A conflict was found on {{title}}. See Settings, Conflicts.',
    'maintenance-due': '{{title}} was used so much that it needs maintenance.',
  },
  fil: {
    conflict: 'May nakitang banggaan sa {{title}}. Tingnan ang Mga setting, Banggaan.',
    'maintenance-due': 'Madalas nang nagamit ang {{title}} kaya kailangan na ng maintenance.',
  },
})
