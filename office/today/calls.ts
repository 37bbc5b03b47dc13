import { call, userOf } from '../law/answering.ts'
import { figuresNow } from './figures.ts'
import { dayOf } from './questions.ts'

export const todayCalls = [
  call('today.get', (asking, { day }) => dayOf(asking.office, userOf(asking), day)),
  call('today.figures', ({ office }) => figuresNow(office)),
] as const
