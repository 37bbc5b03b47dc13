import { call, userOf } from '../law/answering.ts'
import { firstFreeTimes } from './first-free.ts'

export const freeCalls = [
  call('free.first', (asking, input) => firstFreeTimes(asking.office, userOf(asking), input)),
] as const
