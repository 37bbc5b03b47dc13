import type { SettingsRefusal } from '#booking/settings/refusals'
import type { SentencesFor } from '../sentences.ts'

export const settingsRefusals: SentencesFor<SettingsRefusal> = {
  en: {
    'already-set-up': () => 'This cooperative is already set up. Sign in instead.',
    'unknown-time-zone': ({ timeZone }) => `"${timeZone}" is not a time zone. Use one such as Asia/Manila.`,
  },
  fil: {
    'already-set-up': () => 'Naka-set up na ang kooperatibang ito. Mag-sign in na lang.',
    'unknown-time-zone': ({ timeZone }) =>
      `Walang time zone na "${timeZone}". Halimbawa ng tama: Asia/Manila.`,
  },
}
