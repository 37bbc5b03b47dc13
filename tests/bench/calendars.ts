import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { intervalOf } from '#booking/time/period'
import type { Contract } from '#calls/contract'
import { readEvents } from '#db/read/calendar'
import { servePort } from '#electron/office-port'
import { boardOf } from '#office/board/questions'
import { createRouter } from '#office/router'
import { dayOf } from '#office/today/questions'
import { answerCalls } from '#shell/messages/answer-calls'
import { fromNodePort } from '#tests/support/node-port'
import type { Sized } from './availability.ts'
import { AUTHORIZATION, calendar, deskOf, log, MANAGER, NOW_MS } from './bench-office.ts'
import { machineId } from './fill.ts'
import { alternate, median } from './measure.ts'
import { daysFrom, FILLED_AHEAD } from './plan.ts'
import { atMost, type Figure, reported } from './table.ts'

const { startMs: fromMs, endMs: toMs } = intervalOf(daysFrom(0, FILLED_AHEAD), calendar)
const month = { fromMs, toMs }

/** Row 4: what the calendars read, in the office and as far as a window has it in its hands. */
export async function calendars({ office, machines, count }: Sized, rounds: number): Promise<Figure[]> {
  const window = openWindow(office)
  let asked = 0
  const oneMachine = () =>
    readEvents(office.file.db, { ...month, machineIds: [machineId(asked++ % machines)] }, NOW_MS)
  const board = () => boardOf(office, month)
  const shown = () => window.calls.board.get(month)
  const today = () => dayOf(office, MANAGER, undefined)
  const took = await alternate(
    { month: { run: oneMachine }, board: { run: board }, shown: { run: shown }, today: { run: today } },
    { rounds, each: 2 },
  )
  const many = board().events.length
  window.close()
  const row = 4
  const name = `board of ${machines} machines × ${FILLED_AHEAD} days`
  return [
    atMost(1, {
      row,
      name: `one machine's month, ${count.toLocaleString('en')} bookings`,
      figure: median(took.month),
      unit: 'ms',
    }),
    reported({ row, name: `${name}: how much is on it`, figure: many, unit: 'events' }),
    atMost(20, { row, name: `${name}: in process`, figure: median(took.board), unit: 'ms' }),
    atMost(100, {
      row,
      name: `${name}: to the screens`,
      figure: median(took.shown),
      unit: 'ms',
    }),
    atMost(30, { row, name: `Today, ${machines} machines`, figure: median(took.today), unit: 'ms' }),
  ]
}

/** A window of the desktop shell: the calls over a port, written down by the office, read on the other side. */
function openWindow(office: Sized['office']) {
  const { port1: port, port2 } = new MessageChannel()
  const end = servePort(fromNodePort(port2), answerCalls(createRouter(deskOf(office)), log), log)
  const link = new RPCLink({ port: port as never, headers: { authorization: AUTHORIZATION } })
  port.start()
  return {
    calls: createORPCClient<ContractRouterClient<Contract>>(link),
    close() {
      end()
      port.close()
    },
  }
}
