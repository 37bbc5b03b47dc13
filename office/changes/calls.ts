import { SHOWN_BY } from '#calls/contract'
import { readChangeHead } from '#db/read/history'
import { call } from '../law/answering.ts'
import { whoIs } from '../users/sign-in.ts'

/** The change feed, which tells windows about each change. */
export const changeCalls = [
  call('changes.head', ({ office }) => ({ seq: readChangeHead(office.file.db), shownBy: SHOWN_BY })),
  call('changes.watch', ({ office, token }, { sinceSeq }, signal) =>
    office.feed.watch(sinceSeq, () => whoIs(office, token) !== undefined, signal, token),
  ),
] as const
