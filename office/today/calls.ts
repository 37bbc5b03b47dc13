import { call, userOf } from '../law/answering.ts'
import { dayOf } from './questions.ts'

export const todayCalls = [
  call('today.get', (asking, { day }) => dayOf(asking.office, userOf(asking), day)),
] as const
