import type { NoticeKind } from '#booking/notices/kinds'
import type { PaperKind, PaperState } from '#booking/papers/papers'
import type { PaperNamed, PaperRefusal } from '#booking/papers/refusals'
import type { PaperInHistory } from '#calls/papers'
import type { Format } from '../format.ts'
import { type CommandsOf, countOf, type FieldsOf, text, type ValuesOf } from '../sayings.ts'
import type { SentencesFor } from '../sentences.ts'
import { sayIn, words, wordsFor } from '../words.ts'

export const papersDone = wordsFor<CommandsOf<'papers'>>('papers-done', {
  en: { add: "Added a machine's paper", end: "Ended a machine's paper" },
  fil: { add: 'Nagdagdag ng papeles ng makina', end: 'Nagwakas ng papeles ng makina' },
})

export const papersTried = wordsFor<CommandsOf<'papers'>>('papers-tried', {
  en: { add: "Add a machine's paper", end: "End a machine's paper" },
  fil: { add: 'Magdagdag ng papeles ng makina', end: 'Wakasan ang papeles ng makina' },
})

export const paperKindWords = wordsFor<PaperKind>('paper-kinds', {
  en: { registration: 'Registration', insurance: 'Insurance', agreement: 'Agreement', other: 'Other paper' },
  fil: {
    registration: 'Rehistro',
    insurance: 'Insurance',
    agreement: 'Kasunduan',
    other: 'Iba pang papeles',
  },
})

export const paperStateWords = wordsFor<PaperState>('paper-states', {
  en: {
    holds: 'Valid',
    expiring: 'Expires soon',
    expired: 'Expired',
    replaced: 'Replaced',
    ended: 'Ended',
  },
  fil: {
    holds: 'May bisa',
    expiring: 'Malapit nang mapaso',
    expired: 'Paso na',
    replaced: 'Napalitan',
    ended: 'Winakasan',
  },
})

/** What a paper is called: its kind, or the title of another kind. */
export function paperInWords({ kind, title }: Pick<PaperNamed, 'kind' | 'title'>, format: Format): string {
  return kind === 'other' && title ? title : sayIn(format.language, paperKindWords, kind)
}

export const paperFields = wordsFor<FieldsOf<PaperInHistory>>('paper-fields', {
  en: {
    kind: 'Kind',
    title: 'Title',
    number: 'Number',
    issuedBy: 'Issued by',
    validFrom: 'Valid since',
    expires: 'Expires',
    note: 'Note',
    endedWhy: 'Ended because',
    photos: 'Photos',
  },
  fil: {
    kind: 'Uri',
    title: 'Pamagat',
    number: 'Numero',
    issuedBy: 'Nagbigay',
    validFrom: 'May bisa mula',
    expires: 'Mapapaso',
    note: 'Tala',
    endedWhy: 'Winakasan dahil',
    photos: 'Mga litrato',
  },
})

const day = (value: string, format: Format) => format.fullDay(value)

export const paperValues: ValuesOf<PaperInHistory> = {
  kind: (kind, format) => sayIn(format.language, paperKindWords, kind),
  title: text,
  number: text,
  issuedBy: text,
  validFrom: day,
  expires: day,
  note: text,
  endedWhy: text,
  photos: countOf,
}

/** The sentence of each kind of notice about a paper: the name of its machine (`title`). */
export const paperNotices = wordsFor<NoticeKind<'paper'>>('paper-notices', {
  en: {
    'paper-expiring': 'A paper of {{title}} expires soon. See its papers.',
    'paper-expired': 'A paper of {{title}} has expired. See its papers.',
  },
  fil: {
    'paper-expiring': 'Malapit nang mapaso ang isang papeles ng {{title}}. Tingnan ang mga papeles nito.',
    'paper-expired': 'Paso na ang isang papeles ng {{title}}. Tingnan ang mga papeles nito.',
  },
})

/** "Insurance (Mon 30 Nov 2026), Permit (…)" */
export function papersInWords(papers: readonly PaperNamed[], format: Format): string {
  return papers.map(paper => `${paperInWords(paper, format)} (${format.fullDay(paper.expires)})`).join(', ')
}

export const paperRefusals: SentencesFor<PaperRefusal> = {
  en: {
    'papers-expired': ({ machineName, papers }, f) =>
      `${machineName} does not go out: expired is ${papersInWords(papers, f)}. Renew it on the machine's panel first.`,
    'paper-replaced': () => 'This paper was replaced or ended meanwhile. Look at the list again.',
    'paper-ends-before-it-begins': ({ validFrom, expires }, f) =>
      `It would expire (${f.fullDay(expires)}) before it is valid (${f.fullDay(validFrom)}). Correct one of the two.`,
    'too-many-papers': ({ most }, f) =>
      `A machine keeps at most ${f.number(most)} papers, earlier ones included.`,
  },
  fil: {
    'papers-expired': ({ machineName, papers }, f) =>
      `Hindi puwedeng ilabas ang ${machineName}: paso na ang ${papersInWords(papers, f)}. I-renew muna sa panel ng makina.`,
    'paper-replaced': () => 'Napalitan o winakasan na ang papeles na ito. Tingnan ulit ang listahan.',
    'paper-ends-before-it-begins': ({ validFrom, expires }, f) =>
      `Mapapaso ito (${f.fullDay(expires)}) bago magkabisa (${f.fullDay(validFrom)}). Itama ang isa sa dalawa.`,
    'too-many-papers': ({ most }, f) =>
      `Hanggang ${f.number(most)} papeles lang ang isang makina, kasama ang mga dati.`,
  },
}

export const paperWords = words('papers', {
  en: {
    title: 'Papers',
    add: 'Add a paper',
    renew: 'Renew',
    renewNamed: 'Renew: {{what}}',
    renewTitle: 'In place of {{what}}. It is kept as it is.',
    save: 'Save paper',
    saved: '{{what}} of {{machine}} is saved.',
    end: 'End',
    endNamed: 'End: {{what}}',
    endTitle: 'End this paper?',
    endExplain: '{{what}} of {{machine}} is kept, but no longer told of when it expires.',
    endConfirm: 'End paper',
    ended: '{{what}} of {{machine}} has ended.',
    kind: 'Kind',
    paperTitle: 'What paper',
    number: 'Number',
    issuedBy: 'Issued by',
    validFrom: 'Valid since',
    expires: 'Expires',
    note: 'Note',
    photos: 'Scan or photos',
    titleNeeded: 'Say what paper it is.',
    dayUnclear: 'Correct the day, or leave it empty.',
    endsFirst: 'It expires before it is valid. Correct one of the two.',
    noExpiry: 'no last day',
    none: 'No papers yet: its registration, its insurance, an agreement.',
    noneAtAll: 'No machine has papers yet. They are entered on a machine’s panel.',
    earlier_one: 'Show {{count}} earlier paper',
    earlier_other: 'Show {{count}} earlier papers',
    machine: 'Machine',
    state: 'Status',
    print: 'Print papers',
    byExpiry: 'Papers of all machines by their expiry',
    expiredAtHandOver: 'Expired: {{papers}}. Say so to the member, and renew it.',
    because: 'Because: {{reason}}',
    onToday: 'Papers that expire',
    noneOnToday: 'No paper expires soon.',
    allPapers: 'All papers',
  },
  fil: {
    title: 'Mga papeles',
    add: 'Magdagdag ng papeles',
    renew: 'I-renew',
    renewNamed: 'I-renew: {{what}}',
    renewTitle: 'Kapalit ng {{what}}. Nananatili iyon sa talaan.',
    save: 'I-save ang papeles',
    saved: 'Na-save ang {{what}} ng {{machine}}.',
    end: 'Wakasan',
    endNamed: 'Wakasan: {{what}}',
    endTitle: 'Wakasan ang papeles na ito?',
    endExplain: 'Nananatili ang {{what}} ng {{machine}}, pero hindi na ipapaalam kung mapapaso ito.',
    endConfirm: 'Wakasan ang papeles',
    ended: 'Winakasan ang {{what}} ng {{machine}}.',
    kind: 'Uri',
    paperTitle: 'Anong papeles',
    number: 'Numero',
    issuedBy: 'Nagbigay',
    validFrom: 'May bisa mula',
    expires: 'Mapapaso',
    note: 'Tala',
    photos: 'Scan o mga litrato',
    titleNeeded: 'Isulat kung anong papeles ito.',
    dayUnclear: 'Itama ang araw, o iwanang blangko.',
    endsFirst: 'Mapapaso ito bago magkabisa. Itama ang isa sa dalawa.',
    noExpiry: 'walang huling araw',
    none: 'Wala pang papeles: rehistro, insurance, kasunduan.',
    noneAtAll: 'Wala pang papeles ang mga makina. Sa panel ng makina ipinapasok ang mga ito.',
    earlier_one: 'Ipakita ang {{count}} naunang papeles',
    earlier_other: 'Ipakita ang {{count}} naunang papeles',
    machine: 'Makina',
    state: 'Katayuan',
    print: 'I-print ang mga papeles',
    byExpiry: 'Mga papeles ng lahat ng makina ayon sa pagkapaso',
    expiredAtHandOver: 'Paso na: {{papers}}. Sabihin ito sa kasapi, at i-renew.',
    because: 'Dahil: {{reason}}',
    onToday: 'Mga papeles na mapapaso',
    noneOnToday: 'Walang papeles na malapit nang mapaso.',
    allPapers: 'Lahat ng papeles',
  },
})
