import { longQuestion } from '../law/answering.ts'
import { boardOf } from './questions.ts'

export const boardCalls = [longQuestion('board.get', ({ office }, input) => boardOf(office, input))] as const
