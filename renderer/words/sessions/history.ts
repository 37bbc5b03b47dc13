import type { EnrolmentInHistory, SessionInHistory } from '#calls/sessions'
import {
  type CommandsOf,
  type FieldsOf,
  instant,
  list,
  number,
  text,
  type ValuesOf,
  yesOrNo,
} from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { enrolmentStatusWords, openToWords, sessionStatusWords } from './states.ts'

export const sessionsDone = wordsFor<CommandsOf<'sessions'>>('sessions-done', {
  en: {
    add: 'Added a session',
    change: 'Changed a session',
    cancel: 'Cancelled a session',
    enrol: 'Enrolled somebody in a session',
    cancelEnrolment: 'Took somebody out of a session',
    attended: 'Marked who came to a session',
    moveUp: 'Gave a free place to the next who waited',
  },
  fil: {
    add: 'Nagdagdag ng sesyon',
    change: 'Binago ang sesyon',
    cancel: 'Kinansela ang sesyon',
    enrol: 'May inilista sa sesyon',
    cancelEnrolment: 'May inalis sa sesyon',
    attended: 'Minarkahan kung dumating sa sesyon',
    moveUp: 'Ibinigay ang nabakanteng puwesto sa kasunod na naghihintay',
  },
})

export const sessionsTried = wordsFor<CommandsOf<'sessions'>>('sessions-tried', {
  en: {
    add: 'Add a session',
    change: 'Change a session',
    cancel: 'Cancel a session',
    enrol: 'Enrol somebody in a session',
    cancelEnrolment: 'Take somebody out of a session',
    attended: 'Mark who came to a session',
    moveUp: 'Give a free place to the next who waited',
  },
  fil: {
    add: 'Magdagdag ng sesyon',
    change: 'Baguhin ang sesyon',
    cancel: 'Kanselahin ang sesyon',
    enrol: 'Maglista sa sesyon',
    cancelEnrolment: 'Mag-alis sa sesyon',
    attended: 'Markahan kung dumating sa sesyon',
    moveUp: 'Ibigay ang nabakanteng puwesto sa kasunod na naghihintay',
  },
})

export const sessionFields = wordsFor<FieldsOf<SessionInHistory>>('session-fields', {
  en: {
    title: 'Title',
    description: 'What it is about',
    place: 'Where',
    startMs: 'Begins',
    endMs: 'Ends',
    capacity: 'Places',
    open: 'Who may come',
    machineNames: 'Machines',
    organizerName: 'Organizer',
    status: 'Status',
    reason: 'Reason',
  },
  fil: {
    title: 'Pamagat',
    description: 'Tungkol saan',
    place: 'Saan',
    startMs: 'Simula',
    endMs: 'Wakas',
    capacity: 'Bilang ng puwesto',
    open: 'Sino ang puwedeng dumalo',
    machineNames: 'Mga makina',
    organizerName: 'Tagapag-organisa',
    status: 'Katayuan',
    reason: 'Dahilan',
  },
})

export const sessionValues: ValuesOf<SessionInHistory> = {
  title: text,
  description: text,
  place: text,
  startMs: instant,
  endMs: instant,
  capacity: number,
  open: (open, format) => sayIn(format.language, openToWords, open),
  machineNames: list,
  organizerName: text,
  status: (status, format) => sayIn(format.language, sessionStatusWords, status),
  reason: text,
}

export const enrolmentFields = wordsFor<FieldsOf<EnrolmentInHistory>>('enrolment-fields', {
  en: {
    sessionTitle: 'Session',
    name: 'Who',
    isGuest: 'Guest',
    status: 'Status',
    came: 'Came',
    reason: 'Reason',
  },
  fil: {
    sessionTitle: 'Sesyon',
    name: 'Sino',
    isGuest: 'Bisita',
    status: 'Katayuan',
    came: 'Dumating',
    reason: 'Dahilan',
  },
})

export const enrolmentValues: ValuesOf<EnrolmentInHistory> = {
  sessionTitle: text,
  name: text,
  isGuest: yesOrNo,
  status: (status, format) => sayIn(format.language, enrolmentStatusWords, status),
  came: yesOrNo,
  reason: text,
}
