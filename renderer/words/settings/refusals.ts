import type { SettingsRefusal } from '#booking/settings/refusals'
import type { SentencesFor } from '../sentences.ts'

export const settingsRefusals: SentencesFor<SettingsRefusal> = {
  en: {
    'already-set-up': () => 'This cooperative is already set up. Sign in instead.',
    'not-the-sample': () =>
      'This is your own cooperative, not the sample, so nothing was removed. Close this message and go on.',
    'unknown-time-zone': ({ timeZone }) => `"${timeZone}" is not a time zone. Use one such as Asia/Manila.`,
  },
  fil: {
    'already-set-up': () => 'Naka-set up na ang kooperatibang ito. Mag-sign in na lang.',
    'not-the-sample': () =>
      'Sarili ninyong kooperatiba ito, hindi ang halimbawa, kaya walang inalis. Isara ang mensaheng ito at magpatuloy.',
    'unknown-time-zone': ({ timeZone }) =>
      `Walang time zone na "${timeZone}". Halimbawa ng tama: Asia/Manila.`,
  },
}
