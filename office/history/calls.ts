import { SHOWN_BY } from '#calls/contract'
import { readChangeHead } from '#db/read/history'
import { call, longQuestion } from '../law/answering.ts'
import { whoIs } from '../users/sign-in.ts'
import { historyPage, refusedPage, verifyHistory } from './questions.ts'

/** The history, and the change feed that tells windows about each change. */
export const historyCalls = [
  call('history.list', ({ office }, input) => historyPage(office.file.db, input)),
  call('history.refused', ({ office }, { cursor }) => refusedPage(office.file.db, cursor)),
  longQuestion('history.verify', ({ office }) => verifyHistory(office.file.db)),
  call('changes.head', ({ office }) => ({ seq: readChangeHead(office.file.db), shownBy: SHOWN_BY })),
  call('changes.watch', ({ office, token }, { sinceSeq }, signal) =>
    office.feed.watch(sinceSeq, () => whoIs(office, token) !== undefined, signal, token),
  ),
] as const
