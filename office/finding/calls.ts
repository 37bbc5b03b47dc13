import { call } from '../law/answering.ts'
import { findAnything } from './find-anything.ts'

export const findCalls = [call('find.anything', ({ office }, input) => findAnything(office, input))] as const
