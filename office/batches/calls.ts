import { call, commandCall } from '../law/answering.ts'
import { cancel, change, confirmDry, expect, finish, merge, open, readMoisture } from './commands.ts'
import { batchMachines, batchPage, memberShares, oneBatch, weighingsOf } from './questions.ts'
import { add, cancelShare, changeShare, move, split, weigh } from './shares.ts'

export const batchCalls = [
  commandCall(open),
  commandCall(change),
  commandCall(expect),
  commandCall(cancel),
  commandCall(finish),
  commandCall(readMoisture),
  commandCall(confirmDry),
  commandCall(merge),
  commandCall(add),
  commandCall(changeShare),
  commandCall(weigh),
  commandCall(cancelShare),
  commandCall(move),
  commandCall(split),
  call('batches.get', ({ office }, { batchId }) => oneBatch(office, batchId)),
  call('batches.list', ({ office }, input) => batchPage(office, input)),
  call('batches.weighings', ({ office }, { shareId }) => weighingsOf(office, shareId)),
  call('batches.ofMember', ({ office }, { memberId }) => memberShares(office, memberId)),
  call('batches.machines', ({ office }) => batchMachines(office)),
] as const
