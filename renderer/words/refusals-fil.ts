import type { BookingStatus } from '#booking/bookings/status'
import type { BadLineProblem, BookingInTheWay, InTheWay, Thing } from '#booking/refusal'
import { type Role, rolesThatMay } from '#booking/users/roles'
import type { Format } from './format.ts'
import type { RefusalSentences } from './refusal-sentences.ts'

const STATUS: { readonly [S in BookingStatus]: string } = {
  pending: 'naghihintay ng pag-apruba',
  approved: 'aprubado na',
  'in-use': 'ginagamit na',
  completed: 'tapos na',
  rejected: 'hindi inaprubahan',
  cancelled: 'kinansela',
  'no-show': 'hindi sumipot',
  displaced: 'natanggal sa puwesto',
}
const THING: { readonly [T in Thing]: string } = {
  booking: 'booking',
  machine: 'makina',
  'machine type': 'uri ng makina',
  member: 'kasapi',
  user: 'user',
  maintenance: 'maintenance',
  form: 'form',
  settings: 'mga setting',
}
const STANDING: { readonly [state: string]: string } = {
  ...STATUS,
  verified: 'beripikado',
  suspended: 'suspendido',
  'in good standing': 'walang suspensyon',
  planned: 'nakaplano',
  finished: 'natapos',
}
const ROLE: { readonly [R in Role]: string } = {
  clerk: 'klerk',
  manager: 'tagapamahala',
  admin: 'administrador',
}
const PROBLEM: { readonly [P in BadLineProblem]: string } = {
  'no-number': 'walang numero',
  'no-tabs': 'dapat tab ang pagitan ng mga hanay, gaya ng kinopya sa spreadsheet',
  'no-name': 'walang pangalan',
  'number-taken': 'gamit na ng ibang kasapi ang numero',
  'number-twice': 'dalawang beses nakalista ang numero',
  'too-many-columns': 'sobra ang mga hanay',
  'too-long': 'may masyadong mahaba',
  'control-characters': 'may mga titik na hindi naipi-print',
}
const KIND = {
  preventive: 'pang-iwas na maintenance',
  corrective: 'pagkukumpuni',
  emergency: 'biglaang pagkukumpuni',
} as const

export const refusalsInFilipino: RefusalSentences = {
  'already-booked': ({ by }, f) =>
    `Naka-book na kay ${by.memberName}, ${f.period(by.period)} (${STATUS[by.status]}). ${ask(by)} Pumili ng ibang petsa o makina.`,
  'on-hold': ({ by }, f) =>
    `Pinupunan ngayon ni ${by.userName} ang booking para sa ${f.period(by.period)}. Nakareserba ito hanggang ${f.time(by.expiresMs)}; tanungin si ${by.userName}, o pumili ng ibang petsa.`,
  'in-maintenance': ({ by }, f) =>
    `Nasa talyer ${f.period(by.period)}: ${KIND[by.maintenanceKind]}${by.note ? ` (${by.note})` : ''}. Pumili ng ibang petsa o makina, o magtanong sa tagapamahala.`,
  'over-capacity': ({ capacity, free, units, by }, f) =>
    units > capacity
      ? `${f.number(units)} ang hinihingi, pero hanggang ${f.number(capacity)} lang ang kasya. Bawasan.`
      : `${f.number(units)} ang hinihingi, pero ${f.number(free)} na lang sa ${f.number(capacity)} ang bakante.${others(by, f)} Bawasan o pumili ng ibang oras.`,
  overdue: ({ by, expectedBackMs }, f) =>
    `Nasa kay ${by.memberName} pa at lampas na sa takdang ${by.period.kind === 'days' ? f.day(by.period.to) : f.instant(by.endMs)}; hindi pa inaasahan bago ang ${f.instant(expectedBackMs)}. ${ask(by)} Pumili ng mas huling petsa o ibang makina.`,
  'in-the-past': () => 'Nakalipas na ang oras na iyan. Pumili ng darating pa.',
  'in-the-future': () => 'Hindi pa dumarating ang oras na iyan. Ilagay kung kailan talaga nangyari.',
  'too-soon': ({ minNoticeDays, earliestDay, walkInRoles }, f) =>
    `Mag-book nang hindi bababa sa ${minNoticeDays} araw bago gamitin: ${f.day(earliestDay)} ang pinakamaaga.${walkInRoles?.length ? ` Puwedeng magpasok ng walk-in para ngayong araw: ${walkInRoles.map(role => ROLE[role]).join(' o ')}.` : ''}`,
  'too-far-ahead': ({ horizonDays, latestDay }, f) =>
    `Hanggang ${horizonDays} araw lang mula ngayon ang puwede: ${f.day(latestDay)} ang pinakahuli.`,
  'too-long': ({ maxDays, days }) =>
    `${days} araw iyan; hanggang ${maxDays} araw lang ang isang booking. Agahan ang huling araw.`,
  'ends-before-it-starts': () => 'Nauuna ang tapos kaysa simula. Itama ang mga petsa.',
  'wrong-period': ({ bookingMode }) =>
    bookingMode === 'days' ? 'Buong araw ang booking ng makinang ito.' : 'Oras ang booking ng makinang ito.',
  'not-started': ({ startMs }, f) => `Hindi pa puwede bago ang takdang simula, ${f.instant(startMs)}.`,
  'booking-over': ({ endMs }, f) =>
    `Natapos na ang oras ng booking noong ${f.instant(endMs)}. Ilipat muna ito sa darating pang oras, saka iabot.`,
  'before-request': ({ requestedMs }, f) =>
    `Noong ${f.instant(requestedMs)} lang naipasok ang booking. Ilagay kung kailan talaga umalis ang makina.`,
  'before-hand-over': ({ handedOverMs }, f) =>
    `Noong ${f.instant(handedOverMs)} lang umalis ang makina. Ilagay kung kailan talaga ito bumalik.`,
  'member-not-verified': ({ memberName }) =>
    `Hindi pa beripikado si ${memberName}. Tingnan ang mga papeles, beripikahin sa Mga Kasapi, saka mag-book.`,
  'member-suspended': ({ memberName, why }) =>
    `Suspendido si ${memberName}${why ? `: ${why}` : ''}. Makakapag-book ulit kapag ibinalik na sa Mga Kasapi.`,
  'machine-out-of-service': ({ machineName }) =>
    `Hindi na ginagamit ang ${machineName}. Pumili ng ibang makina.`,
  'changed-meanwhile': ({ byName, atMs }, f) =>
    `Binago ito ni ${byName ?? 'iba'} noong ${f.instant(atMs)}, pagkatapos mo itong buksan. Tingnan ang bagong laman at magpasya ulit.`,
  'move-not-allowed': ({ from, to }) =>
    from === to
      ? `Ganoon na ito ngayon: ${STANDING[from] ?? from}.`
      : `Ngayon ay ${STANDING[from] ?? from}; hindi na puwedeng maging ${STANDING[to] ?? to}.`,
  'not-found': ({ what }) => `Wala na ang ${THING[what]} na ito. Isara at tingnan ulit.`,
  'command-reused': () => 'Naipadala na ito na iba ang laman. Pindutin ulit ang buton.',
  'guard-refused': () =>
    'Ang mismong talaan ng opisina ang tumanggi, para matupad ang mga naipangako. Walang na-save. Tingnan ulit, at sabihin sa nangangalaga ng Araro.',
  busy: () => 'Abala pa ang opisina. Walang nabago; subukan ulit maya-maya.',
  'wrong-sign-in': () => 'Mali ang pangalan o ang password. Subukan ulit.',
  'locked-out': ({ forMs }, f) =>
    `Maraming beses nang nagkamali ng password. Subukan ulit pagkalipas ng ${f.duration(forMs)}, o humingi ng bagong password sa administrador.`,
  'already-set-up': () => 'Naka-set up na ang opisinang ito. Mag-sign in na lang.',
  'name-taken': ({ name }) => `Gamit na ang "${name}". Pumili ng ibang pangalan.`,
  'number-taken': ({ number, memberName }) => `Kay ${memberName} na ang numerong ${number}. Pumili ng iba.`,
  'bad-lines': ({ lines, good }) =>
    `Walang naidagdag. ${good} linya ang tama; ayusin ito: ${lines
      .slice(0, 5)
      .map(bad => `linya ${bad.line}, ${PROBLEM[bad.problem] ?? bad.problem}`)
      .join('; ')}${lines.length > 5 ? '; at iba pa' : ''}.`,
  'still-promised': ({ by }, f) => `Nakapangako pa ito.${others(by, f)} Ilipat o tapusin muna ang mga ito.`,
  'capacity-in-use': ({ capacity, needed, by }, f) =>
    `Kulang ang ${f.number(capacity)}: ${f.number(needed)} na ang naipangako.${others(by, f)} Ilipat muna ang ilan.`,
  'buffers-not-whole-days': () =>
    'Buong araw ang booking ng makinang ito, kaya buong araw din dapat ang pagitan.',
  'last-administrator': () => 'Siya na lang ang administrador. Gumawa muna ng isa pa.',
  'own-account': () => 'Hindi mo ito magagawa sa sarili mong account. Magpatulong sa ibang administrador.',
  'weak-password': ({ minLength }) => `Dapat hindi bababa sa ${minLength} titik ang password.`,
  'unknown-time-zone': ({ timeZone }) => `Walang time zone na "${timeZone}". Halimbawa ng tama: Asia/Manila.`,
  'rights-needed': ({ permission }) =>
    `Ang ${ROLE[rolesThatMay(permission)[0]!]} lang ang puwedeng gumawa nito. Magpatulong sa kanya.`,
}

function ask(by: BookingInTheWay): string {
  return `Tanungin si ${by.memberName}${by.memberPhone ? ` (${by.memberPhone})` : ''} o si ${by.enteredBy} na nagpasok nito.`
}

function others(by: readonly InTheWay[], f: Format): string {
  if (by.length === 0) return ''
  const named = by.slice(0, 3).map(one => `${nameOf(one)}, ${f.period(one.period)}`)
  return ` Kinuha na ng: ${named.join('; ')}${by.length > 3 ? '; at iba pa' : ''}.`
}

function nameOf(one: InTheWay): string {
  if (one.kind === 'booking') return one.memberName
  return one.kind === 'hold' ? `bukas na form ni ${one.userName}` : KIND[one.maintenanceKind]
}
