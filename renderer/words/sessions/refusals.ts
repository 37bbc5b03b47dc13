import type { SessionRefusal } from '#booking/sessions/refusals'
import { takenBy } from '../availability/in-the-way.ts'
import type { SentencesFor } from '../sentences.ts'

export const sessionRefusals: SentencesFor<SessionRefusal> = {
  en: {
    'session-full': ({ capacity, waiting }, f) =>
      `All ${f.number(capacity)} places are taken${waiting > 0 ? `, and ${f.number(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for one` : ''}. Put the person on the waiting list, or choose another session.`,
    'session-over': ({ endMs }, f) =>
      `This session ended on ${f.instant(endMs)}. Its places and times stay as they were.`,
    'session-under-way': ({ startMs }, f) =>
      `This session is under way since ${f.instant(startMs)}. Until then it could be changed and places could be given back; now only who came can be marked.`,
    'session-cancelled': ({ title }) =>
      `The session${title ? ` “${title}”` : ''} is cancelled. Choose another one.`,
    'session-not-yet': ({ fromMs }, f) =>
      `The session has not come yet. Who came can be marked from ${f.instant(fromMs)} on.`,
    'enrolled-already': ({ name, waits }) =>
      waits
        ? `${name} waits for a place in this session already.`
        : `${name} has a place in this session already. If this is somebody else of the same name, write more of the name.`,
    'members-only': ({ name }) =>
      `This session is for members, and ${name} is a guest. Choose the member, or change who may come.`,
    'places-taken': ({ taken, capacity }, f) =>
      capacity === 0
        ? `${f.number(taken)} ${taken === 1 ? 'person has or waits' : 'people have or wait'} for a place in this session. Cancel it instead.`
        : `${f.number(taken)} places are taken, so ${f.number(capacity)} are too few. Take people out first, or leave at least ${f.number(taken)}.`,
    'session-machine-taken': ({ machineName, by }, f) =>
      `${machineName} is not free then.${takenBy(by, f)} Choose another time, or hold the session without it.`,
    'not-your-session': () => 'This is another organizer’s session. Ask a manager.',
    'no-place': ({ name }) => `${name} has no place in this session, so there is nothing to mark.`,
  },
  fil: {
    'session-full': ({ capacity, waiting }, f) =>
      `Puno na ang lahat ng ${f.number(capacity)} puwesto${waiting > 0 ? `, at ${f.number(waiting)} na ang naghihintay` : ''}. Ilagay ang tao sa naghihintay ng puwesto, o pumili ng ibang sesyon.`,
    'session-over': ({ endMs }, f) =>
      `Natapos ang sesyong ito noong ${f.instant(endMs)}. Mananatili ang mga puwesto at oras nito.`,
    'session-under-way': ({ startMs }, f) =>
      `Ginaganap na ang sesyong ito mula ${f.instant(startMs)}. Bago iyon ay puwede pa itong baguhin at magsauli ng puwesto; ngayon ay ang mga dumating na lang ang mamarkahan.`,
    'session-cancelled': ({ title }) =>
      `Kinansela ang sesyong ${title ? `“${title}”` : 'ito'}. Pumili ng iba.`,
    'session-not-yet': ({ fromMs }, f) =>
      `Hindi pa dumarating ang sesyon. Mamarkahan ang mga dumating mula ${f.instant(fromMs)}.`,
    'enrolled-already': ({ name, waits }) =>
      waits
        ? `Naghihintay na si ${name} ng puwesto sa sesyong ito.`
        : `May puwesto na si ${name} sa sesyong ito. Kung ibang tao ito na kapangalan niya, dagdagan ang pangalan.`,
    'members-only': ({ name }) =>
      `Para sa mga kasapi ang sesyong ito, at bisita si ${name}. Piliin ang kasapi, o baguhin kung sino ang puwedeng dumalo.`,
    'places-taken': ({ taken, capacity }, f) =>
      capacity === 0
        ? `${f.number(taken)} ang may puwesto o naghihintay sa sesyong ito. Kanselahin na lang ito.`
        : `${f.number(taken)} na ang may puwesto kaya kulang ang ${f.number(capacity)}. Mag-alis muna, o mag-iwan ng hindi bababa sa ${f.number(taken)}.`,
    'session-machine-taken': ({ machineName, by }, f) =>
      `Hindi bakante noon ang ${machineName}.${takenBy(by, f)} Pumili ng ibang oras, o ituloy ang sesyon nang wala ito.`,
    'not-your-session': () => 'Sesyon ito ng ibang tagapag-organisa. Magtanong sa tagapamahala.',
    'no-place': ({ name }) => `Walang puwesto si ${name} sa sesyong ito kaya walang mamarkahan.`,
  },
}
