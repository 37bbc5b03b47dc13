import { call, longQuestion, userOf } from '../law/answering.ts'
import { countToSettle, toSettle } from './questions.ts'

export const settleCalls = [
  longQuestion('settle.list', asking => toSettle(asking.office, userOf(asking))),
  call('settle.count', asking => countToSettle(asking.office, userOf(asking))),
] as const
