import { call, commandCall } from '../law/answering.ts'
import { set, stop } from './commands.ts'
import { quoteOf, ratesList } from './questions.ts'

export const rateCalls = [
  commandCall(set),
  commandCall(stop),
  call('rates.list', ({ office }, args) => ratesList(office, args)),
  call('rates.quote', ({ office }, args) => quoteOf(office, args)),
] as const
