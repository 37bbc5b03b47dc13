import { call, longQuestion, lookOf } from '../law/answering.ts'
import { historyPage, refusedPage, verifyHistory } from './questions.ts'

/** The history, and the attempts that were refused. */
export const historyCalls = [
  call('history.list', ({ office }, input) => historyPage(office.file.db, input)),
  call('history.refused', ({ office, about }, { cursor }) => refusedPage(lookOf(office), about, cursor)),
  longQuestion('history.verify', ({ office }) => verifyHistory(office.file.db)),
] as const
