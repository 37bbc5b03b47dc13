import type { MachineRefusal } from '#booking/machines/refusals'
import { takenBy } from '../availability/in-the-way.ts'
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
  },
}
