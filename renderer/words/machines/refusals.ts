import { EIGHTHS, type FuelMeasure } from '#booking/machines/fuel'
import type { MachineRefusal } from '#booking/machines/refusals'
import { takenBy } from '../availability/in-the-way.ts'
import type { Format } from '../format.ts'
import { fuelInWords, meterInWords } from '../readings/readings.ts'
import type { SentencesFor } from '../sentences.ts'

export const machineRefusals: SentencesFor<MachineRefusal> = {
  en: {
    'machine-out-of-service': ({ machineName }) =>
      `${machineName} is out of service. Choose another machine.`,
    'still-promised': ({ by }, f) => `It is still promised.${takenBy(by, f)} Move or finish these first.`,
    'needs-displacing': ({ by }, f) =>
      `It is promised then.${takenBy(by, f)} If the machine cannot work, choose Broke down: it shows whom that hits, and takes the time with your consent.`,
    'has-its-end': () =>
      'This maintenance was planned with its end. Finish it when the work is done, or plan another.',
    'capacity-in-use': ({ capacity, needed, by }, f) =>
      `${f.number(capacity)} is too little: ${f.number(needed)} are promised already.${takenBy(by, f)} Move some of these first.`,
    'buffers-not-whole-days': () => 'This machine is booked by days, so its buffers must be whole days.',
    'goes-backward': ({ what, given, known, knownMs, in: measure }, f) =>
      `${what === 'meter' ? 'The hour meter' : 'The fuel'} would go backward: ${f.instant(knownMs)} it was ${read({ value: known, measure }, f)}, and now ${read({ value: given, measure }, f)}. Correct it, or say why it is so.`,
    'jumps-ahead': ({ given, known, knownMs, hoursPassed }, f) =>
      `The hour meter jumps: it was ${meterInWords(known, f)} ${f.instant(knownMs)} and is ${meterInWords(given, f)} now, but only ${f.number(hoursPassed)} hours lie between. Look again; if it is so, save once more.`,
    'fuel-not-so': ({ readIn }) =>
      readIn === 'none'
        ? 'The fuel of machines of this type is not read. Leave it empty.'
        : `The fuel of machines of this type is read in eighths of the tank: enter a whole number from 0 (empty) to ${EIGHTHS} (full).`,
  },
  fil: {
    'machine-out-of-service': ({ machineName }) =>
      `Hindi na ginagamit ang ${machineName}. Pumili ng ibang makina.`,
    'still-promised': ({ by }, f) =>
      `Nakapangako pa ito.${takenBy(by, f)} Ilipat o tapusin muna ang mga ito.`,
    'needs-displacing': ({ by }, f) =>
      `Nakapangako na ito noon.${takenBy(by, f)} Kung hindi na gumagana ang makina, piliin ang Nasira: ipapakita nito kung sino ang tatamaan, at kukunin ang oras kapag pumayag ka.`,
    'has-its-end': () =>
      'May takdang tapos na ang maintenance na ito. Tapusin ito kapag nagawa na, o magplano ng iba.',
    'capacity-in-use': ({ capacity, needed, by }, f) =>
      `Kulang ang ${f.number(capacity)}: ${f.number(needed)} na ang naipangako.${takenBy(by, f)} Ilipat muna ang ilan.`,
    'buffers-not-whole-days': () =>
      'Buong araw ang booking ng makinang ito, kaya buong araw din dapat ang pagitan.',
    'goes-backward': ({ what, given, known, knownMs, in: measure }, f) =>
      `Paurong ${what === 'meter' ? 'ang metro ng oras' : 'ang gasolina'}: ${read({ value: known, measure }, f)} noong ${f.instant(knownMs)}, at ${read({ value: given, measure }, f)} ngayon. Itama ito, o isulat kung bakit ganoon.`,
    'jumps-ahead': ({ given, known, knownMs, hoursPassed }, f) =>
      `Lumundag ang metro ng oras: ${meterInWords(known, f)} noong ${f.instant(knownMs)} at ${meterInWords(given, f)} ngayon, pero ${f.number(hoursPassed)} oras lang ang pagitan. Tingnan ulit; kung ganoon nga, i-save muli.`,
    'fuel-not-so': ({ readIn }) =>
      readIn === 'none'
        ? 'Hindi binabasa ang gasolina ng mga makina ng uring ito. Iwan itong walang laman.'
        : `Sa ikawalong bahagi ng tangke binabasa ang gasolina ng uring ito: buong bilang mula 0 (walang laman) hanggang ${EIGHTHS} (puno).`,
  },
}

/** What a meter or a tank shows. */
function read(
  { value, measure }: { value: number; measure: FuelMeasure | undefined },
  format: Format,
): string {
  return measure ? fuelInWords({ amount: value, in: measure }, format) : meterInWords(value, format)
}
