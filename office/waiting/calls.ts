import { listWaiting } from '#db/read/waiting'
import { call, commandCall } from '../law/answering.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import { add, decline, moveUp, withdraw } from './commands.ts'
import { shownWaiting } from './record.ts'

export const waitingCalls = [
  call('waiting.list', ({ office: { file } }, { cursor, limit = PAGE_SIZE }) => {
    const [turn, id] = readCursor(cursor) ?? []
    const after = turn === undefined ? undefined : { turn: Number(turn), id: String(id) }
    const rows = listWaiting(file.db, after, limit + 1)
    const { page, nextCursor } = pageOf(rows, limit, last => ({ turn: last.turn, id: last.id }))
    return { waiting: page.map(row => shownWaiting(file.db, row)), nextCursor }
  }),
  commandCall(add),
  commandCall(withdraw),
  commandCall(moveUp),
  commandCall(decline),
] as const
