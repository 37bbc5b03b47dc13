import type { MaintenanceRefusal } from '#booking/maintenance/refusals'
import type { SentencesFor } from '../sentences.ts'

export const maintenanceRefusals: SentencesFor<MaintenanceRefusal> = {
  en: {
    'begins-later': ({ startMs }, f) =>
      `The machine is set aside for this from ${f.instant(startMs)} on, so the work cannot have begun before. Enter a later time, or cancel this and schedule it anew.`,
    'ended-before-it-began': ({ startedMs, finishedMs }, f) =>
      `The work would end (${f.instant(finishedMs)}) before it began (${f.instant(startedMs)}). Correct one of the two.`,
    'work-has-begun': ({ startedMs }, f) =>
      `The work began ${f.instant(startedMs)}, so it cannot be called off. Finish it and say what was done.`,
    'costs-closed': ({ closedMs }, f) =>
      `The costs were closed ${f.instant(closedMs)}. What stands there can be corrected, but nothing is added.`,
    'too-many-costs': ({ most }, f) =>
      `A maintenance has at most ${f.number(most)} parts and hours. Put some of them together.`,
    'cost-corrected': () => 'This line was corrected meanwhile. Look at the list again.',
    'no-such-step': ({ step }) =>
      step === 'start' ? 'Nobody has noted when the work began.' : 'Nobody has noted that the work ended.',
  },
  fil: {
    'begins-later': ({ startMs }, f) =>
      `Nakalaan ang makina para rito mula ${f.instant(startMs)}, kaya hindi puwedeng mas maaga ang simula ng trabaho. Maglagay ng mas huling oras, o kanselahin ito at mag-iskedyul ng bago.`,
    'ended-before-it-began': ({ startedMs, finishedMs }, f) =>
      `Matatapos ang trabaho (${f.instant(finishedMs)}) bago ito magsimula (${f.instant(startedMs)}). Itama ang isa sa dalawa.`,
    'work-has-begun': ({ startedMs }, f) =>
      `Sinimulan ang trabaho noong ${f.instant(startedMs)}, kaya hindi na ito makakansela. Tapusin ito at isulat ang ginawa.`,
    'costs-closed': ({ closedMs }, f) =>
      `Isinara ang mga gastos noong ${f.instant(closedMs)}. Maitatama ang nakasulat, pero wala nang maidaragdag.`,
    'too-many-costs': ({ most }, f) =>
      `Hanggang ${f.number(most)} piyesa at oras ng trabaho lang ang isang maintenance. Pagsamahin ang ilan.`,
    'cost-corrected': () => 'Naitama na ang linyang ito. Tingnan ulit ang listahan.',
    'no-such-step': ({ step }) =>
      step === 'start'
        ? 'Walang nakatala kung kailan sinimulan ang trabaho.'
        : 'Walang nakatala na natapos ang trabaho.',
  },
}
