import type { BatchRefusal } from '#booking/batches/refusals'
import type { SentencesFor } from '../sentences.ts'
import { batchIs } from './states.ts'

export const batchRefusals: SentencesFor<BatchRefusal> = {
  en: {
    'batch-full': ({ left, capacity, sacks, per }, f) =>
      `${f.number(sacks)} ${sacks === 1 ? 'sack does' : 'sacks do'} not fit: ${left === 0 ? 'none are' : `only ${f.number(left)} ${left === 1 ? 'is' : 'are'}`} left of ${f.number(capacity)} ${per === 'day' ? 'that the machine takes on that day' : 'in this batch'}. ${left === 0 ? 'Choose another batch.' : 'Enter fewer, and put the rest in another batch.'}`,
    'batch-closed': ({ status }) =>
      `This batch is ${batchIs.en[status]}; nothing of it can be changed. Choose another batch.`,
    'no-batches': ({ machineName }) =>
      `${machineName} has no sacks for a batch. A manager can enter “Sacks in a batch” with the machine.`,
    'batch-not-begun': ({ startMs }, f) =>
      `This batch begins on ${f.instant(startMs)}. Wait until then, or cancel it.`,
    'batch-until-dry': () =>
      'This batch lasts until the grain is dry. Enter the moisture and confirm that it is dry.',
    'batch-has-its-end': () => 'This batch has an end. Move the batch to change it.',
    'weighed-already': ({ memberName }) =>
      `The sacks of ${memberName} were weighed already. Weigh them again to correct that; what does not stay here can be added to another batch.`,
    'nothing-left-to-split': ({ sacks }, f) =>
      `This share has ${f.number(sacks)} ${sacks === 1 ? 'sack' : 'sacks'}, and at least one must stay. Enter fewer, or move the whole share.`,
    'batch-of-other-type': ({ machineName }) =>
      `${machineName} is a machine of another type. Choose a batch of the same kind of machine.`,
    'same-batch': () => 'The sacks are in this batch already. Choose another one.',
    'too-many-shares': ({ most }, f) => `A batch has at most ${f.number(most)} shares. Choose another batch.`,
    'batch-holds-more': ({ sacks, capacity, startMs, per }, f) =>
      `${per === 'day' ? 'The batches of the day' : 'The batch'} of ${f.instant(startMs)} ${per === 'day' ? 'have' : 'has'} ${f.number(sacks)} ${sacks === 1 ? 'sack' : 'sacks'}, more than ${f.number(capacity)}. Move some to another batch first.`,
  },
  fil: {
    'batch-full': ({ left, capacity, sacks, per }, f) =>
      `Hindi kasya ang ${f.number(sacks)} sako: ${left === 0 ? 'wala nang' : `${f.number(left)} na lang ang`} bakante sa ${f.number(capacity)} ${per === 'day' ? 'na kaya ng makina sa araw na iyon' : 'ng salang na ito'}. ${left === 0 ? 'Pumili ng ibang salang.' : 'Bawasan, at ilagay ang iba sa ibang salang.'}`,
    'batch-closed': ({ status }) =>
      `Ang salang na ito ay ${batchIs.fil[status]}; wala nang mababago rito. Pumili ng ibang salang.`,
    'no-batches': ({ machineName }) =>
      `Walang bilang ng sako sa isang salang ang ${machineName}. Mailalagay ng tagapamahala ang “Sako sa isang salang” sa makina.`,
    'batch-not-begun': ({ startMs }, f) =>
      `Sa ${f.instant(startMs)} pa magsisimula ang salang na ito. Hintayin iyon, o kanselahin.`,
    'batch-until-dry': () =>
      'Hanggang matuyo ang salang na ito. Ilagay ang halumigmig at kumpirmahing tuyo na.',
    'batch-has-its-end': () => 'May wakas ang salang na ito. Ilipat ang salang para mabago iyon.',
    'weighed-already': ({ memberName }) =>
      `Natimbang na ang mga sako ni ${memberName}. Timbangin ulit para itama; ang hindi maiiwan dito ay idagdag sa ibang salang.`,
    'nothing-left-to-split': ({ sacks }, f) =>
      `${f.number(sacks)} sako ang parteng ito, at kahit isa ay dapat maiwan. Bawasan, o ilipat ang buong parte.`,
    'batch-of-other-type': ({ machineName }) =>
      `Ibang uri ng makina ang ${machineName}. Pumili ng salang sa kaparehong uri ng makina.`,
    'same-batch': () => 'Nasa salang na ito na ang mga sako. Pumili ng iba.',
    'too-many-shares': ({ most }, f) =>
      `Hanggang ${f.number(most)} lang ang parte sa isang salang. Pumili ng ibang salang.`,
    'batch-holds-more': ({ sacks, capacity, startMs, per }, f) =>
      `${per === 'day' ? 'Ang mga salang sa araw' : 'Ang salang'} ng ${f.instant(startMs)} ay may ${f.number(sacks)} sako, higit sa ${f.number(capacity)}. Ilipat muna ang iba sa ibang salang.`,
  },
}
