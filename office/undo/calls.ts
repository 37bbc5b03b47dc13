import { call, commandCall, userOf } from '../law/answering.ts'
import { undoLast } from './commands.ts'
import { stepsToUndo } from './questions.ts'

export const undoCalls = [
  call('undo.list', asking => stepsToUndo(asking.office, userOf(asking))),
  commandCall(undoLast),
] as const
